"""What a person takes as it is: `SOURCE` lifts every comparison of a source, `SOURCE[:TABLE]:KIND` lifts one."""

from collections.abc import Collection

OLDER, NAMES, YEARS, SERIES, ROWS, LEAP = KINDS = ("older", "names", "years", "series", "rows", "leap")


def lifts(accepted: Collection[str], source: str, kind: str, table: str = "") -> bool:
    """Does any of what was accepted lift this comparison of a source, or of a table made of it?"""
    return bool({source, f"{source}:{kind}", f"{source}:{table}:{kind}"} & set(accepted))


def remedy(source: str, kind: str, table: str = "") -> str:
    """What to type to take this one as it is, once."""
    return f"(if it is right: --accept {source}:{f'{table}:' if table else ''}{kind})"


def mistakes(accepted: Collection[str], sources: Collection[str], tables: Collection[str]) -> list[str]:
    """Those of what was given that name no source, table or kind."""

    def is_known(text: str) -> bool:
        source, *middle, kind = text.split(":") if ":" in text else [text, KINDS[0]]
        return source in sources and kind in KINDS and len(middle) < 2 and set(middle) <= set(tables)

    return [text for text in accepted if not is_known(text)]
