"""What a page says of itself before any script runs, and the page for an address that is none."""

from data import catalog
from extracts.feeds import entries
from extracts.feeds.forms import FORMS
from ui import addresses, blocks, datasets, site
from ui.language import text_in

# The page that explains the tables.
OF_TABLES = "data"


def title(page: str, language: str) -> str:
    """The name of a page and its question: in the tab, in bookmarks, in what search engines list."""
    return f"{text_in(f'menu.{page}', language)} · {text_in(f'{page}.question', language)}"


def head(page: str, language: str, origin: str, chosen: str = "") -> str:
    """What the head of the shell says of a page; `chosen` are the parameters of its address, which its card shows."""
    canonical = origin + addresses.of_page(page, language)
    locales = [entry.locale for entry in catalog.languages().values()]
    own = catalog.languages()[language].locale
    name = text_in("site.name", language)
    return blocks.render(
        "head",
        title=title(page, language),
        question=text_in(f"{page}.question", language),
        description=text_in(f"{page}.description", language),
        site_name=name,
        canonical=canonical,
        translations=addresses.translations(page, origin),
        locales=[own, *(locale for locale in locales if locale != own)],
        card=f"{origin}{addresses.of_card(page, language, chosen)}",
        feeds=_feeds(page, language, origin),
        datasets=datasets.described(name, canonical, language) if page == OF_TABLES else None,
    )


def _feeds(page: str, language: str, origin: str) -> list[tuple[str, str, str]]:
    """(Media type, title, address) of the feeds of what a page shows."""
    titles = catalog.codes("feed")
    return [
        (kind.media_type.split(";")[0], titles[name][language], origin + entries.address(name, form, language))
        for name in entries.of_page(page, page == next(iter(site.pages())))
        for form, kind in FORMS.items()
    ]


def without_scripts(page: str, language: str) -> str:
    """What a reader sees whose browser runs no scripts."""
    return blocks.render(
        "noscript",
        question=text_in(f"{page}.question", language),
        description=text_in(f"{page}.description", language),
        says=text_in("shell.no_scripts", language),
        pages=[(addresses.of_page(name, language), text_in(f"menu.{name}", language)) for name in site.pages()],
    )


def not_found(language: str) -> str:
    """The page for an address that is none of ours."""
    return blocks.render(
        "not_found",
        language=language,
        title=text_in("shell.not_found", language),
        says=text_in("shell.not_found.says", language),
        site_name=text_in("site.name", language),
        pages=[
            (
                addresses.of_page(name, language),
                text_in(f"menu.{name}", language),
                text_in(f"{name}.question", language),
            )
            for name in site.pages()
        ],
    )
