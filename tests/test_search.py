"""The search of the site: the words that readers type find what they should, in every language, and lead to the place."""

import re
from html import unescape
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import catalog
from tests.visits import html, notices, visit
from ui import search_box, site

KINDS = list(catalog.codes("search_kind"))


def found(text, lang="en", **params):
    return queries.ask("search", text=text, lang=lang, **params).frame


def places(text, lang="en"):
    return set(found(text, lang)[["search_kind", "code"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("lang", catalog.LANGUAGES)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tomatoes", ("product", "0702")),
        ("pipeline", ("promise", "southeast_gateway")),
        ("pipeline", ("event", "e064")),
        ("port of Manzanillo", ("promise", "manzanillo")),
        ("critical minerals", ("event", "e112")),
        ("Action Plan", ("promise", "action_plan")),
        ("Action Plan", ("event", "e077")),
        ("CUSMA review 2026", ("promise", "joint_review")),
        ("CUSMA review 2026", ("event", "e103")),
        ("jitomate", ("product", "0702")),
        ("bois d'œuvre", ("product", "4407")),
        ("Section 232", ("term", "section_232")),
        ("permis d’études", ("page", "people:study")),
        ("asilo", ("table", "asylum_claims")),
    ],
)
def test_words_find_their_place_in_every_language(text, place, lang):
    assert place in places(text, lang)


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ["tomato", "Tomatoes", "TOMATOES", "tomat"]),
        ("fr", ["bois d'œuvre", "bois d’œuvre", "BOIS D’OEUVRE", "bois d oeuvres"]),
        ("fr", ["métaux", "metal", "métal"]),
        ("fr", ["journaux", "journal"]),
        ("es", ["jitomate", "Jitomates", "jitomat"]),
        ("es", ["camión", "camiones", "camion"]),
        ("es", ["solicitudes", "solicitud"]),
    ],
)
def test_accents_endings_and_capitals_are_forgiven(lang, texts):
    hits = [places(text, lang) for text in texts]
    assert hits[0]
    assert all(hit == hits[0] for hit in hits[1:])


def test_the_readers_language_leads_and_another_answers_only_where_it_is_silent():
    assert set(found("tomates", "fr")["lang"]) == {"fr"}
    assert set(found("tomates", "es")["lang"]) == {"es"}
    assert set(found("tomates", "en")["lang"]) <= {"fr", "es"}
    assert found("jitomate", "fr").set_index("search_kind")["title"]["product"] == "Tomates"


def test_all_words_are_wanted_and_most_of_them_will_do():
    assert found("critical minerals")["is_whole"].all()
    partly = found("critical minerals zzzz")
    assert len(partly)
    assert not partly["is_whole"].any()
    for text in ("tomatoes zzzz", "zzzz", "zzzz<b>", "", "—"):
        assert found(text).empty, text


def test_common_words_are_not_asked_for_but_alone_they_are():
    assert places("the port of Manzanillo") == places("port Manzanillo")
    assert len(found("Mexico"))


def test_a_name_comes_before_a_mention():
    kinds = list(dict.fromkeys(found("effective rate")["search_kind"]))
    assert kinds[0] == "term"
    assert found("Section 232").iloc[0]["code"] == "section_232"
    assert found("steel", search_kind="measure").iloc[0]["title"] == "Steel"


def test_kinds_are_groups_and_say_how_much_they_hold():
    frame = found("steel", top=2)
    groups = (frame["search_kind"] != frame["search_kind"].shift()).sum()
    assert groups == frame["search_kind"].nunique()
    assert frame.groupby("search_kind").size().max() == 2
    alone = found("steel", search_kind="measure", top=500)
    assert len(alone) == frame.loc[frame["search_kind"] == "measure", "hits"].iloc[0]


def every_entry():
    """Very many of every kind: words that stand in many entries."""
    answers = [found(word, top=500) for word in ("Canada", "and", "of", "to", "2025", "goods", "name", "trade")]
    return [row for frame in answers for row in frame.to_dict("records")]


def test_each_entry_has_a_page_and_filters_that_the_page_knows():
    entries = every_entry()
    assert {row["search_kind"] for row in entries} == set(KINDS)
    known = {
        "event": set(queries.ask("events").frame["event"]),
        "promise": set(queries.ask("agenda").frame["promise"]),
        "claim": set(queries.ask("claims").frame["claim"]),
        "table": set(catalog.tables()),
        "term": set(queries.ask("glossary").frame["term"]),
        "sector": set(queries.ask("sectors").frame["sector"]),
    }
    for row in entries:
        params = dict(parse_qsl(row["page_params"], strict_parsing=bool(row["page_params"])))
        page = site.pages()[row["page"]]
        assert params.get("view") in {None, *page.views}, row
        for kind in known.keys() & params.keys():
            assert params[kind] in known[kind], row


def test_a_product_opens_for_the_country_that_sells_more_of_it():
    for code, country in (("0702", "MEX"), ("4407", "CAN")):
        (place,) = found(code, search_kind="product")["page_params"]
        params = dict(parse_qsl(place))
        assert params["partner"] == country
        products = queries.ask("tariff_products", text=params["product"], partner=country).frame
        assert set(products["hs10"].str[:4]) == {code}


def test_a_product_under_an_order_says_what_comes_on_top_of_tariffs():
    (product,) = found("tomatoes", search_kind="product").to_dict("records")
    assert (product["partner"], product["remedies_pct"]) == ("MEX", 17.09)
    assert "Mexico: 17.09%" in html(visit("search", "en", q="tomatoes"))


def test_a_measure_opens_on_its_first_day_at_its_entry():
    row = found("tomatoes", search_kind="measure").iloc[0]
    params = dict(parse_qsl(row["page_params"]))
    assert params["measure"] == row["code"]
    asked = {"date": params["date"], "imposing": params["imposing"].split(",")}
    assert int(row["code"]) in set(queries.ask("tariff_measures", **asked).frame["measure_part"])


@pytest.mark.parametrize(
    ("text", "opened", "shows"),
    [
        ("Southeast Gateway", "timeline", "<details open>"),
        ("C$56 billion two-way goods", "claims", '<details id="c01" open>'),
        ("most-favoured-nation", "data", '<dt id="mfn_rate">'),
    ],
)
def test_a_link_opens_the_very_place(text, opened, shows):
    links = [unescape(link) for link in re.findall(r'<a href="([^"]+)"', html(visit("search", "en", q=text)))]
    link = next(link for link in links if urlsplit(link).path == opened)
    params = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    at = visit(opened, params.pop("lang"), **params)
    assert not at.exception
    assert not notices(at)
    assert shows in html(at)


def test_what_is_typed_is_only_text():
    evil = '<img src=x onerror=alert(1)> **b** [x](http://evil.example) "'
    page = html(visit("search", "en", q=evil))
    assert "<img" not in page
    assert 'href="http://evil' not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "Nothing on this site has “qwzk”"), ("fr", "Rien sur ce site ne contient"), ("es", "Nada en este sitio")],
)
def test_nothing_found_says_what_is_looked_through(lang, says):
    page = html(visit("search", lang, q="qwzk"))
    assert says in page
    assert catalog.codes("search_kind")["promise"][lang].lower() in page
    assert "nav" not in re.findall(r"<(\w+) class=\"found\"", page)


def test_a_kind_can_be_read_whole():
    first = html(visit("search", "en", q="steel"))
    assert "search?q=steel&amp;kind=measure&amp;lang=en" in first
    alone = html(visit("search", "en", q="steel", kind="measure"))
    assert alone.count("view=measures") > 5
    assert "Products" not in alone
    assert any("“nothing” is not known" in said for said in notices(visit("search", "en", q="steel", kind="nothing")))


def test_the_box_stands_in_the_menu_of_every_page_and_keeps_the_language():
    for page in ("overview", "claims"):
        boxes = [block.proto.body for block in visit(page, "fr").sidebar.get("html") if "<form" in block.proto.body]
        assert len(boxes) == 1
        assert 'name="reader" value="fr"' in boxes[0]
        assert 'action="find"' in boxes[0]
    assert "search" not in [link.proto.page for link in visit("overview", "en").sidebar.get("page_link")]


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("q=bois+d%27%C5%93uvre&reader=fr", {"q": ["bois d'œuvre"], "lang": ["fr"]}),
        ("q=a%26lang%3Des", {"q": ["a&lang=es"]}),
        ("q=x&reader=//evil.example", {"q": ["x"]}),
    ],
)
def test_the_form_leads_to_the_page(asked, leads):
    with TestClient(Starlette(routes=search_box.ROUTES), follow_redirects=False) as client:
        answer = client.get(f"/find?{asked}")
    place = urlsplit(answer.headers["location"])
    assert (answer.status_code, place.netloc, place.path) == (303, "", "search")
    assert parse_qs(place.query) == leads
