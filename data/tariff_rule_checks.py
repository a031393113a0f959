"""Tariff rules that cannot stand: all of them are listed before the build stops."""

import duckdb

CHECKS = {
    "a rule without a measure": """
        select rule_id, measure_id from tariff_rules
        where measure_id not in (select measure_id from tariff_measures)""",
    "a scope without products": """
        select rule_id, tariff_scope from tariff_rules
        where tariff_scope <> '*' and tariff_scope not in (select tariff_scope from tariff_scopes)""",
    "an exception without products": """
        select rule_id, exception from (select rule_id, unnest(string_split(except_scopes, ';')) as exception
        from tariff_rules where except_scopes <> '')
        where exception not in (select tariff_scope from tariff_scopes)""",
    "overlapping periods of one rule": """
        select a.rule_id, b.rule_id from tariff_rules as a inner join tariff_rules as b
        on a.rule_id < b.rule_id and a.authority = b.authority and a.partner = b.partner
        and a.tariff_scope = b.tariff_scope
        and a.valid_from <= coalesce(b.valid_to, date '9999-12-31')
        and b.valid_from <= coalesce(a.valid_to, date '9999-12-31')""",
    "a rate above 200 %": """
        select rule_id, rate_pct from tariff_rules where rate_pct > 200""",
    "a rule without a citation": """
        select rule_id, measure_id from tariff_rules
        where measure_id in (select measure_id from tariff_measures where coalesce(citation, '') = '')""",
}


class BrokenRules(Exception):
    """Rules that cannot stand, one a line."""


def broken(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Every rule that breaks a check, as a sentence; empty when all stand."""
    return [
        f"{what}: {' · '.join(str(part) for part in row)}"
        for what, sql in CHECKS.items()
        for row in sorted(connection.execute(sql).fetchall())
    ]


def stop_if_broken(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises BrokenRules with all of them."""
    found = broken(connection)
    if found:
        raise BrokenRules("; ".join(found))
