"""The American and the international view: keys, predicates, nothing found, and rows that count twice."""

HS = "/census/data/timeseries/intltrade/imports/hs"
GET = "get=CTY_NAME,CON_VAL_YR,CAL_DUT_YR,I_COMMODITY,I_COMMODITY_SDESC"
PREVIEW = "/comtrade/public/v1/preview/C/A/HS"
WITH_KEY = "/comtrade/data/v1/get/C/A/HS"
PLAIN = "partner2Code=0&motCode=0&customsCode=C00"
CANADA = "reporterCode=484&partnerCode=124&period=2023&cmdCode=TOTAL&flowCode=M,X"


def test_imports_by_code(client):
    header, *found = client.get(f"{HS}?{GET}&time=2024-12&COMM_LVL=HS10&CTY_CODE=2010").json()
    asked = ["CTY_NAME", "CON_VAL_YR", "CAL_DUT_YR", "I_COMMODITY", "I_COMMODITY_SDESC"]
    assert header == [*asked, "time", "COMM_LVL", "CTY_CODE"]
    assert all(isinstance(cell, str) for row in found for cell in row)
    assert {(row[0], row[5], row[6], row[7]) for row in found} == {("MEXICO", "2024-12", "HS10", "2010")}
    assert "0702000011" in {row[3] for row in found}


def test_levels_and_months_add_up(client):
    def total(level: str, what: str, time: str) -> int:
        _, *found = client.get(f"{HS}?get={what}&time={time}&COMM_LVL={level}&CTY_CODE=2010").json()
        return sum(int(row[0]) for row in found)

    assert total("HS2", "GEN_VAL_YR", "2024-12") == total("HS10", "GEN_VAL_YR", "2024-12")
    assert total("HS2", "GEN_VAL_MO", "2024") == total("HS2", "GEN_VAL_YR", "2024-12")
    assert 450e9 < total("HS2", "CON_VAL_YR", "2024-12") < 560e9


def test_countries_and_groups(client):
    several = client.get(f"{HS}?get=CTY_NAME&time=2024-12&COMM_LVL=HS2&CTY_CODE=2010&CTY_CODE=1220").json()
    assert {row[0] for row in several[1:]} == {"MEXICO", "CANADA"}
    all_of_them = client.get(f"{HS}?get=CTY_CODE,SUMMARY_LVL&time=2024-12&COMM_LVL=HS2").json()
    assert {row[0] for row in all_of_them[1:] if row[1] == "CGP"} == {"-", "0003", "0020"}
    chapter = client.get(f"{HS}?get=CTY_NAME&time=2024-12&COMM_LVL=HS10&I_COMMODITY=87*&CTY_CODE=2010").json()
    assert {row[3][:2] for row in chapter[1:]} == {"87"}


def test_nothing_published_no_key_no_such_variable(official, client):
    nothing = client.get(f"{HS}?{GET}&time=2027-01&COMM_LVL=HS2")
    assert (nothing.status_code, nothing.content) == (204, b"")
    assert client.get(f"{HS}?get=NONSENSE&time=2024-12").status_code == 400
    official.world.census_key = "secret"
    refused = client.get(f"{HS}?{GET}&time=2024-12&COMM_LVL=HS2", follow_redirects=True)
    assert (refused.status_code, refused.headers["content-type"][:9]) == (200, "text/html")
    assert client.get(f"{HS}?{GET}&time=2024-12&COMM_LVL=HS2&key=secret").json()


def test_one_row_per_partner_only_with_all_filters(client):
    one = client.get(f"{PREVIEW}?{CANADA}&{PLAIN}").json()
    assert (one["count"], one["error"]) == (2, "")
    imports, exports = one["data"]
    assert (imports["flowCode"], imports["partnerISO"], imports["classificationCode"]) == ("M", "CAN", "H6")
    assert imports["primaryValue"] == imports["cifvalue"]
    assert exports["primaryValue"] == exports["fobvalue"]
    nine = client.get(f"{PREVIEW}?{CANADA}").json()
    assert nine["count"] == 18
    assert sum(row["primaryValue"] for row in nine["data"]) == 4 * (imports["primaryValue"] + exports["primaryValue"])


def test_codes_partners_and_limits(client):
    chapters = client.get(f"{PREVIEW}?{CANADA.replace('TOTAL', 'AG2')}&{PLAIN}").json()["data"]
    total = client.get(f"{PREVIEW}?{CANADA}&{PLAIN}").json()["data"]
    assert sum(row["primaryValue"] for row in chapters) == sum(row["primaryValue"] for row in total)
    everyone = CANADA.replace("partnerCode=124&", "").replace("2023", "2023,2024,2025").replace("TOTAL", "AG6")
    assert client.get(f"{PREVIEW}?{everyone}").json()["count"] == 500
    for wrong in ("cmdCode=ZZ", "period=1900", "flowCode=Q", "reporterCode=none", "nonsense=1"):
        name = wrong.split("=")[0]
        kept = "&".join(part for part in CANADA.split("&") if not part.startswith(name))
        assert client.get(f"{PREVIEW}?{kept}&{wrong}&{PLAIN}").json()["count"] == 0


def test_comtrade_key(official, client):
    assert client.get(f"{WITH_KEY}?{CANADA}&{PLAIN}").status_code == 401
    named = {"Ocp-Apim-Subscription-Key": "mine"}
    assert client.get(f"{WITH_KEY}?{CANADA}&{PLAIN}", headers=named).json()["count"] == 2
    official.world.comtrade_key = "other"
    assert client.get(f"{WITH_KEY}?{CANADA}&{PLAIN}", headers=named).status_code == 401
