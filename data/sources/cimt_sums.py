"""What is added up from the lines of CIMT's archives: small enough to be loaded, and tied to the archives it is of."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from data.sources.cimt_files import one_value, read_from, workplace, write

BY_CHAPTER = (
    "select month, flow, country, left(hs_code, 2) as hs_chapter, sum(value_cad)::bigint as value_cad"
    " from read_parquet($lines, hive_partitioning = true) group by all order by country, flow, hs_chapter, month"
)
PAIR = (
    "select month, flow, country, hs_code, province, sum(value_cad)::bigint as value_cad"
    " from read_parquet($lines, hive_partitioning = true) where list_contains($countries, country)"
    " group by all order by country, flow, hs_code, month, province"
)


def digest(parts: Sequence[Path], countries: Sequence[str]) -> str:
    """The digest of the archives that all these rows were read from, and of the countries added up."""
    return hashlib.sha256(",".join([*(read_from(part) for part in sorted(parts)), *countries]).encode()).hexdigest()


def detail(sums: Path) -> str:
    """How far the products of a roll-up of a pair go: hs6 or lines; empty where there is none."""
    digits = one_value(sums, "select max(length(hs_code)) from read_parquet($path)")
    return {None: "", 6: "hs6"}.get(digits, "lines")


def roll_up(
    parts: Sequence[Path], target: Path, countries: Sequence[str] = ("MX",), memory_limit: str = "3GB"
) -> list[Path]:
    """Two tables of C$ small enough to be loaded, from the lines in these files.

    `cimt_by_chapter.parquet`: month, flow, country and HS chapter; `cimt_pair.parquet`: month, flow, country, product
    and province for the countries named (ISO-2).
    """
    target.mkdir(parents=True, exist_ok=True)
    lines: dict[str, object] = {"lines": [str(part) for part in sorted(parts)]}
    names = ("cimt_by_chapter.parquet", "cimt_pair.parquet")
    with workplace(target / ".unfinished", memory_limit) as (folder, connection):
        of = digest(parts, countries)
        write(connection, BY_CHAPTER, folder / names[0], lines, of)
        write(connection, PAIR, folder / names[1], lines | {"countries": list(countries)}, of)
        return [(folder / name).replace(target / name) for name in names]
