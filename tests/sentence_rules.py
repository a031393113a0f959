"""What each computed sentence must say, worked out anew from the rows it stands over: key → (rows, said, link) → values.

`rows` is the answer under a finding; the page's own answer is worked out from what the data say for the same link.
A rule gives the values that must have been put into the message, and asserts what the message says beside them.
"""

import math

import pandas as pd

import queries
from ui import numbers, titles, words


def span(link):
    return {key: int(link[key]) for key in ("from", "to") if key in link}


def currency(link, own):
    return link.get("currency", own)


# Two books of one flow.


def books(link):
    """Both flows of the last year that both books have in the currency of the link."""
    money = currency(link, "usd")
    frame = queries.ask("two_ledgers", **span(link)).frame
    known = frame[frame[f"importer_record_{money}_m"].notna() & frame[f"exporter_record_{money}_m"].notna()]
    return money, known[known["year"] == known["year"].max()].set_index("flow")


def who_counts_what(_, said, link):
    money, rows = books(link)
    canada, mexico = rows.loc["imports"], rows.loc["exports"]
    importer, exporter = f"importer_record_{money}_m", f"exporter_record_{money}_m"
    more = {(True, True): "both", (True, False): "canada", (False, True): "mexico", (False, False): "none"}
    tail = more[canada[importer] > canada[exporter], mexico[importer] > mexico[exporter]]
    return {
        "year": int(canada["year"]),
        "canada": numbers.money(canada[importer], money),
        "mexico": numbers.money(canada[exporter], money),
        "canada_sold": numbers.money(mexico[exporter], money),
        "mexico_bought": numbers.money(mexico[importer], money),
        "more": message(f"ledgers.more.{tail}"),
    }


def ratio_of_books(rows, said, link):
    last = rows[rows["importer_record_usd_m"].notna() & rows["exporter_record_usd_m"].notna()].iloc[-1]
    ratio = last["importer_record_usd_m"] / last["exporter_record_usd_m"]
    return {"ratio": numbers.decimal(ratio, 2), "year": int(last["year"])}


def balance(sign):
    def rule(rows, said, link):
        money = currency(link, "usd")
        first, second = f"surplus_canada_book_{money}_m", f"surplus_mexico_book_{money}_m"
        last = rows[rows[first].notna() & rows[second].notna()].iloc[-1]
        canada, mexico = last[first], last[second]
        assert {(True, True): "surplus", (False, False): "deficit"}.get((canada >= 0, mexico >= 0), "mixed") == sign
        shown = {"canada": numbers.drawn(abs(canada), money), "mexico": numbers.drawn(abs(mexico), money)}
        if sign == "mixed":
            for book, value in (("canada", canada), ("mexico", mexico)):
                key = "ledgers.surplus" if value >= 0 else "ledgers.deficit"
                shown[book] = message(key, amount=shown[book])
        return {"year": int(last["year"]), **shown}

    return rule


def widest(rows, said, link):
    sure = rows[rows["sure"] == "high"]
    row = max(sure.to_dict("records"), key=lambda one: abs(math.log(one["ratio"])))
    return {"sector": titles.sector(row["sector"]), "ratio": numbers.decimal(row["ratio"], 2), "year": row["year"]}


def how_many_are_sure(rows, said, link):
    return {"n": int((rows["sure"] == "high").sum())}


def no_sure_ratio(rows, said, link):
    assert not (rows["sure"] == "high").any()
    return {}


# Trade.


def leading_sector(rows, said, link):
    money = "cad" if rows["imports_usd_m"].isna().all() else "usd"
    top = rows.loc[rows[f"imports_{money}_m"].idxmax()]
    return {
        "sector": titles.sector(top["sector"], top["lens"]),
        "value": numbers.drawn(top[f"imports_{money}_m"], money),
    }


def widest_gap(rows, said, link):
    money = "cad" if rows["imports_usd_m"].isna().all() else "usd"
    gap = rows[f"imports_{money}_m"] - rows[f"exports_{money}_m"]
    assert gap.max() > 0
    sector = rows.loc[gap.idxmax(), "sector"]
    return {"sector": titles.sector(sector, link.get("lens", "")), "value": numbers.drawn(gap.max(), money)}


def bought_per_sold(rows, said, link):
    money = currency(link, "cad")
    last = rows.dropna(subset=[f"imports_{money}_m", f"exports_{money}_m"]).iloc[-1]
    ratio = last[f"imports_{money}_m"] / last[f"exports_{money}_m"]
    return {"year": last["year"], "ratio": numbers.decimal(ratio, 1)}


def change_of_the_largest(rows, said, link):
    bought = rows[rows["flow"] == "imports"]
    amount = bought["value_cad_m"].fillna(bought["value_usd_m"])
    wide = bought.assign(amount=amount).pivot_table(index="sector", columns="year", values="amount").dropna()
    top = wide.loc[wide[said["last"]].idxmax()]
    change = 100 * (top[said["last"]] / top[said["first"]] - 1)
    return {"sector": titles.sector(top.name, link.get("lens", "")), "change": numbers.change(change)}


def only_sector(rows, said, link):
    assert len(rows) == 1
    return leading_sector(rows, said, link)


def leading_product(rows, said, link):
    top = rows.loc[rows["value_usd_m"].idxmax()]
    assert said.get("product", titles.brief(top["product_name"])) in top["product_name"]
    return {"share": numbers.percent(top["share_pct"])}


def rank_among_partners(rows, said, link):
    mexico = rows.set_index("partner").loc["MEX"]
    ranks = {}
    for kind in ("two_way", "imports", "exports"):
        rank = 1 + (rows[f"{kind}_cad_m"] > mexico[f"{kind}_cad_m"]).sum()
        assert len(rows) < mexico["partners"] or rank == mexico[f"{kind}_rank"]
        ranks[kind] = numbers.ordinal(int(mexico[f"{kind}_rank"]))
    return ranks


def reached(rows, said, link):
    base = rows[rows["year"] == int(said["base"])].iloc[0]
    assert math.isclose(base["imports_index"], 100) and math.isclose(base["exports_index"], 100)
    last = rows.dropna(subset=["imports_index", "exports_index"]).iloc[-1]
    return {key: numbers.decimal(last[f"{key}_index"]) for key in ("imports", "exports")}


# People.


def month_of_most(column):
    def rule(rows, said, link):
        return {column: numbers.decimal(rows[column].max())}

    return rule


def province_of_most(rows, said, link):
    totals = rows.groupby("province")["permits"].sum()
    return {"province": words.code("province", totals.idxmax())}


def rank_for_permits(rows, said, link):
    mexico = rows.set_index("country").loc["MEX"]
    if (rows["rank"] <= mexico["rank"]).sum() >= mexico["rank"]:
        assert 1 + (rows["permits"] > mexico["permits"]).sum() == mexico["rank"]
    return {"rank": numbers.ordinal(int(mexico["rank"])), "share": numbers.percent(mexico["share_pct"], 1)}


def index_for_permits(rows, said, link):
    base = rows[rows["base_year"] == int(said["base"])].set_index("country")
    ranks = {key: value for key, value in rank_for_permits(rows, said, link).items() if key == "rank"}
    return {"index": numbers.decimal(base.loc["MEX", "permits_index"]), **ranks}


def last_twelve_at_prices(rows, said, link):
    last = rows.dropna(subset=["imports_12_months_constant_cad_m"]).iloc[-1]
    year = rows[rows["month"] > last["month"] - pd.DateOffset(months=12)].dropna(subset=["consumer_price_index"])
    assert len(year) == 12
    both = {flow: numbers.drawn(year[f"{flow}_constant_cad_m"].sum()) for flow in ("imports", "exports")}
    return {"month": numbers.month(last["month"]), "base": last["base_year"], **both}


def share_of_each_book(rows, said, link):
    both = rows.dropna(subset=["importer_share_pct", "exporter_share_pct"]).iloc[-1]
    shares = {"buyer": both["importer_share_pct"], "seller": both["exporter_share_pct"]}
    return {"year": int(both["year"]), **{who: numbers.percent(share, 1) for who, share in shares.items()}}


def share_among_partners(rows, said, link):
    mexico = rows.set_index("partner").loc["MEX"]
    assert 0 < mexico["ranked_share_pct"] < 100
    rank = numbers.ordinal(int(mexico["exports_rank"]))
    return {"value": numbers.percent(mexico["ranked_share_pct"], 1), "rank": rank}


def first_to_last(rows, said, link):
    known = rows[rows["permits"].notna() & ~rows["is_partial"]]
    first, last = known.iloc[0], known.iloc[-1]
    return {"first_permits": numbers.decimal(first["permits"]), "last_permits": numbers.decimal(last["permits"])}


def counted(rows):
    return rows[(rows["publisher"] == "IRCC") & rows["claims"].notna()]


def ever_claimed():
    """All years, whatever the span: the peak is that of the whole series."""
    return counted(queries.ask("asylum_claims").frame)


def peak_of_claims(rows, said, link):
    last, most = counted(rows).iloc[-1], ever_claimed()["claims"].max()
    assert last["claims"] < most
    return {"claims": numbers.decimal(last["claims"]), "peak": numbers.decimal(most)}


def most_claims(rows, said, link):
    last = counted(rows).iloc[-1]
    assert last["claims"] == ever_claimed()["claims"].max()
    return {"claims": numbers.decimal(last["claims"])}


def claims_of_the_span(_, said, link):
    return peak_of_claims(queries.ask("asylum_claims", **span(link)).frame, said, link)


# Investment, events and claims.


def rank_for_investment(rows, said, link):
    mexico = rows.set_index("country").loc["MEX"]
    return {"rank": numbers.ordinal(int(mexico["rank"])), "share": numbers.percent(mexico["share_pct"], 1)}


def how_many_claims_hold(_, said, link):
    verdicts = queries.ask("claims").frame["verdict"]
    against = int(verdicts.isin(["contradicted", "not_reproducible"]).sum())
    matches = int((verdicts == "matches").sum())
    return {
        "claims": message("claims.count", len(verdicts), n=len(verdicts)),
        "matches": message("claims.matches", matches, n=matches),
        "against": message("claims.against", against, n=against),
    }


def how_many_claims_pass(_, said, link):
    wanted = {key: link[key].split(",") for key in ("verdict", "topic", "article") if key in link}
    return {"n": len(queries.ask("claims", **wanted).frame)}


# The front page.


def years_of_most(rows, said, link):
    weights = rows[rows["lane"] == "events"].set_index(["series", "year"])["value"].abs()
    most = {kind: weights[kind].idxmax() for kind in ("strain", "repair")}
    values = {kind: numbers.decimal(weights[kind].max()) for kind in most}
    return {**values, **{f"{kind}_year": int(year) for kind, year in most.items()}}


def dollars_for_a_dollar(rows, said, link):
    last = rows[rows["exports_cad_m"].notna()].iloc[-1]
    ratio = last["imports_cad_m"] / last["exports_cad_m"]
    shown = {"six": 6, "seis": 6}.get(said["ratio"]) or float(said["ratio"].replace(",", "."))
    assert round(ratio, 1) == shown
    return {}


def message(key, *number, **values):
    """The words of another message that is part of a sentence."""
    from ui import language

    return language.count(key, *number, **values) if number else language.text(key, **values)


RULES = {
    "overview.finding": dollars_for_a_dollar,
    "overview.strip.finding": years_of_most,
    "ledgers.answer": who_counts_what,
    "ledgers.imports": ratio_of_books,
    "ledgers.exports": ratio_of_books,
    "ledgers.balances.surplus": balance("surplus"),
    "ledgers.balances.deficit": balance("deficit"),
    "ledgers.balances.mixed": balance("mixed"),
    "ledgers.sectors": widest,
    "ledgers.sectors.widest": how_many_are_sure,
    "ledgers.sectors.unsure": no_sure_ratio,
    "trade.balance.finding": bought_per_sold,
    "trade.slopes.finding": change_of_the_largest,
    "trade.sectors.finding": widest_gap,
    "trade.sectors.chosen": leading_sector,
    "trade.sectors.one": only_sector,
    "trade.products.bought": leading_product,
    "trade.products.sold": leading_product,
    "trade.products.one.bought": leading_product,
    "trade.products.one.sold": leading_product,
    "trade.partners.finding": rank_among_partners,
    "trade.partners.share.exports": share_among_partners,
    "trade.months.constant.twelve": last_twelve_at_prices,
    "trade.growth.finding": reached,
    "ledgers.share.imports": share_of_each_book,
    "ledgers.share.exports": share_of_each_book,
    "people.season.finding": month_of_most("permits"),
    "people.visas.finding": month_of_most("visas"),
    "people.provinces.finding": province_of_most,
    "people.ranking.finding": rank_for_permits,
    "people.ranking.index": index_for_permits,
    "people.stock.finding": first_to_last,
    "people.flow.finding": first_to_last,
    "people.asylum.finding": peak_of_claims,
    "people.asylum.most": most_claims,
    "people.answer.claims.peak": claims_of_the_span,
    "investment.partners.outward": rank_for_investment,
    "investment.partners.inward": rank_for_investment,
    "claims.answer": how_many_claims_hold,
    "claims.answer.some": how_many_claims_pass,
}
