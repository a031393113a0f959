"""Everything that is wrong with the catalog, as one list: each file by itself, and each against all others."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from data.catalog import reading
from data.catalog.files import FILES, Catalog
from data.catalog.query_model import Query
from data.catalog.reading import Mistakes
from data.catalog.recipes import functions, recipe_mistakes
from data.catalog.table_model import TYPES, Table
from data.catalog.values import unknown
from data.connection import over

MONEY = ("CAD_M", "USD_M", "MXN_M")
Kind = TypeVar("Kind")


def mistakes(catalog: Catalog) -> list[str]:
    """One sentence for each mistake, with file, key and what is allowed; empty when all is well."""
    given = {name: _read(partial(catalog.given, name))[0] or {} for name in FILES}
    places, wrong = _columns(catalog, given["columns"])
    columns = {name: about for name, (_, about) in places.items()}
    names = _names(catalog, {**given, "columns": columns if given["columns"] else {}})
    wrong += [sentence for name in FILES for sentence in _read(partial(catalog.read, name, names))[1]]
    for name in catalog.tables:
        table, sentences = _read(partial(catalog.read_table, name, names))
        wrong += [*sentences, *(recipe_mistakes(catalog, given["sources"], name, table) if table else [])]
        wrong += _table_sql(name, table, columns) if table else []
    for name in catalog.queries:
        query, sentences = _read(partial(catalog.read_query, name, names))
        wrong += [*sentences, *(_query_sql(query) if query else [])]
    wrong += [*_units(places), *_strays(catalog), *_without_words(catalog, given)]
    return [*wrong, *(_unexplained_files(given["sources"], names["raw files"]) if given["sources"] else [])]


def _read(read: Callable[[], Kind]) -> tuple[Kind | None, list[str]]:
    """What can be read, and what is wrong where it cannot."""
    try:
        return read(), []
    except Mistakes as error:
        return None, error.sentences


def _columns(catalog: Catalog, shared: dict[str, Any]) -> tuple[dict[str, tuple[str, Any]], list[str]]:
    """Where each column is explained and how, unchecked; and those that are explained in two places."""
    found = {name: ("data/catalog/columns.toml", about) for name, about in shared.items() if isinstance(about, dict)}
    doubled = []
    for table in catalog.tables:
        path = f"data/tables/{table}.toml"
        given = _read(partial(reading.toml, catalog.root / path, path))[0] or {}
        for name, about in given.get("columns", {}).items():
            if not isinstance(about, dict) or "type" not in about:
                continue
            if name in found:
                doubled.append(f"{path}: columns.{name}: it is explained in {found[name][0]} already")
            found.setdefault(name, (path, about))
    return found, doubled


def _names(catalog: Catalog, given: dict[str, Any]) -> dict[str, Any]:
    """All names that entries may use, by what they name; none of a file that cannot be read: that is given once."""
    codes, refreshed = given["codes"], given["refresh"].get("sources")
    raw = catalog.root / "data/raw"
    found = {
        "columns": given["columns"],
        "sources": given["sources"],
        "caveats": given["caveats"],
        "units": codes.get("unit"),
        "topics": codes.get("topic"),
        "code groups": codes,
        "publishers": codes.get("publishers"),
        "words of sources": codes.get("source_code"),
        "queries": catalog.queries,
        "refreshed sources": refreshed,
        "adapters": _modules_with("ask", catalog.root / "data/sources"),
        "computing modules": {f"queries.{name}" for name in _modules_with("computed", catalog.root / "queries")},
    }
    checksums = {path.relative_to(raw).as_posix(): _checksum(path) for path in sorted(raw.rglob("*")) if path.is_file()}
    return {**{name: known for name, known in found.items() if known}, "raw files": checksums}


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _modules_with(function: str, folder: Path) -> set[str]:
    """The modules of a folder that define a function."""
    modules = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    return {name for name, python in modules.items() if function in functions(python)}


def _strays(catalog: Catalog) -> Iterator[str]:
    """Recipes and Parquet files without an entry."""
    for path in sorted((catalog.root / "data/tables").iterdir()):
        if path.suffix in (".py", ".parquet") and path.stem not in ["__init__", *catalog.tables]:
            yield f"data/tables/{path.name}: its entry data/tables/{path.stem}.toml is missing"


def _unexplained_files(sources: dict[str, Any], files: dict[str, str]) -> Iterator[str]:
    """Raw files that no source names."""
    explained = {about.get("file") for about in sources.values() if isinstance(about, dict)}
    for file in files:
        if file not in explained:
            yield f"data/raw/{file}: no entry of data/catalog/sources.toml names it"


def _without_words(catalog: Catalog, given: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Queries whose question, or what a reader must know of them, is in the first language only or left over."""
    for name in catalog.queries:
        if name not in given["questions"]:
            yield f"data/catalog/questions.toml: {name}: its question is missing"
        query = _read(partial(catalog.query, name))[0]
        if query and bool(query.about) != (name in given["about"]):
            yield f"data/catalog/about.toml: {name}: {'it is missing' if query.about else 'its query says nothing'}"


def _units(places: dict[str, tuple[str, Any]]) -> Iterator[str]:
    """Columns of money or percent whose name does not end in the unit."""
    for name, (path, about) in places.items():
        unit = about.get("unit", "")
        end = unit.lower() if unit in MONEY else "_pct" if unit == "PCT" else ""
        if not name.endswith(end):
            yield f"{path}: {name}: the name of a column in {unit} ends in {end}"


def _table_sql(name: str, table: Table, columns: dict[str, Any]) -> Iterator[str]:
    """What DuckDB does not understand of the sentences and sums of a table's entry."""
    written = [("checks", sentence) for sentence in table.checks]
    written += [("continuity", part) for part in (table.continuity.expressions() if table.continuity else [])]
    types = {column: columns.get(column, {}).get("type") for column in table.columns}
    if set(types.values()) - set(TYPES):
        return
    cells = ", ".join(f"cast(null as {kind}) as {column}" for column, kind in types.items())
    for key, sql in written:
        try:
            with over() as connection:
                connection.execute(f"select {sql} from (select {cells})")  # noqa: S608 - the catalog's own words
        except duckdb.Error as error:
            yield f"data/tables/{name}.toml: {key}: “{sql}”: {str(error).splitlines()[0]}"


def _query_sql(query: Query) -> list[str]:
    """What DuckDB does not understand of a query, and parameters that its header and its SQL do not share."""
    shown = f"queries/{query.name}.sql"
    try:
        statements = duckdb.extract_statements(query.sql)
    except duckdb.Error as error:
        return [f"{shown}: {str(error).splitlines()[0]}"]
    used = {name.lstrip("$") for statement in statements for name in statement.named_parameters}
    unused = [] if query.computed_by else sorted(query.params.keys() - used)
    wrong = [f"{shown}: ${name}: {unknown(name, query.params)}" for name in sorted(used - query.params.keys())]
    wrong += [f"{shown}: params: {name} is not used; write ${name}" for name in unused]
    return wrong if len(statements) == 1 else [*wrong, f"{shown}: {len(statements)} statements stand in it, not one"]
