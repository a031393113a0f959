"""Break a query on purpose: flip a sign, swap a flow, drop a filter. A promise or a published figure must notice."""

import pytest
from test_figures import FIGURES, ROUNDING, cell
from test_queries import exceptions

import queries

MUTATIONS = [
    ("trade_balance", "every_year.exports_cad_m - every_year.imports_cad_m", "every_year.imports_cad_m - every_year.exports_cad_m"),
    ("trade_balance", "where reporter = 'CAN'", "where reporter = 'MEX'"),
    ("trade_balance", "where flow = 'imports'", "where flow = 'exports'"),
    ("partner_rank", "partner <> 'CAN'\n        and ", ""),
    ("partner_rank", "month between", "year(month) > 1900 or month between"),
    ("partner_rank", "sum(exports_cad_m) as exports_cad_m", "sum(imports_cad_m) as exports_cad_m"),
    ("mirror_trade", "importer.reporter = exporter.partner", "importer.reporter = exporter.reporter"),
    ("direct_investment", "positions.direction = $direction", "positions.direction <> $direction"),
    ("study_permits", "permits.measure = $measure", "permits.measure <> $measure"),
    ("trade_totals_by_lens", "exporter = 'MEX'", "exporter = 'CAN'"),
    ("asylum_claims", "mexico.country = 'MEX'", "mexico.country = 'WLD'"),
    ("event_counts", "group by effect", "and intensity > 1 group by effect"),
]  # fmt: skip


def noticed(name, sql):
    """Whether a promise of the query or a published figure fails with this SQL."""
    query = queries.describe(name)
    if not exceptions(query, queries._fetch(sql, name, {**query.params, **query.example})).empty:
        return True
    for figure in (f for f in FIGURES if f["query"] == name):
        frame = queries._fetch(sql, name, {**query.params, **figure["params"]})
        try:
            if abs(cell(figure, frame) - figure["value"]) > figure.get("tolerance", ROUNDING):
                return True
        except AssertionError:
            return True
    return False


@pytest.mark.parametrize(("name", "part", "instead"), MUTATIONS, ids=lambda value: str(value)[:40])
def test_a_broken_query_is_noticed(name, part, instead):
    sql = queries.describe(name).sql
    assert part in sql, "the mutation no longer applies"
    assert not noticed(name, sql)
    assert noticed(name, sql.replace(part, instead))
