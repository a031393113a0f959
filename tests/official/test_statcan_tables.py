"""Full tables, vectors and exchange rates: the formats, and what the world can do to them."""

import csv

import pytest

from tests.official.reading import member, rows

REST = "/statcan/t1/wds/rest"
LATEST = f"{REST}/getDataFromVectorsAndLatestNPeriods"
MEXICO_ABROAD = 7117698


def table(client, pid: str, **how) -> list[dict[str, str]]:
    link = client.get(f"{REST}/getFullTableDownloadCSV/{pid}/en").json()
    assert link["status"] == "SUCCESS"
    return rows(member(client.get(link["object"]).content, f"{pid}.csv"), **how)


def mexico(found: list[dict[str, str]], period: str = "2024-03") -> dict[str, str]:
    wanted = {"Trade": "Import", "Basis": "Customs", "Seasonal adjustment": "Unadjusted", "REF_DATE": period}
    wanted["Principal trading partners"] = "Mexico"
    (row,) = [row for row in found if wanted.items() <= row.items()]
    return row


def test_trade_table(client):
    link = client.get(f"{REST}/getFullTableDownloadCSV/12100011/en").json()["object"]
    text = member(client.get(link).content, "12100011.csv")
    assert text.startswith('\ufeff"REF_DATE","GEO","DGUID","Trade","Basis","Seasonal adjustment",')
    assert all(line.startswith('"') and line.endswith('"') for line in text.removeprefix("\ufeff").splitlines())
    found = table(client, "12100011")
    assert {row["REF_DATE"] for row in found} >= {"2023-01", "2026-09"}
    assert {row["Trade"] for row in found} == {"Import", "Export"}
    # C$ 4,130,306,359 in the published month.
    assert (mexico(found)["VALUE"], mexico(found)["SCALAR_FACTOR"]) == ("4130.3", "millions")
    assert member(client.get(link).content, "_MetaData").startswith('\ufeff"Cube Title"')


def test_position_table(client):
    found = table(client, "36100008")
    by_key = {
        (row["Canadian and foreign direct investment"][:8], row["Countries or regions"], row["REF_DATE"]): row
        for row in found
    }
    row = by_key["Canadian", "Mexico", "2023"]
    assert list(row.values())[-6:] == ["1.1.17", "40424", "", "", "", "0"]
    assert (row["VECTOR"], row["COORDINATE"], row["UOM"], row["UOM_ID"]) == ("v7117698", "1.1.17", "Dollars", "81")
    marks = {row["STATUS"] for row in found if not row["VALUE"]}
    assert marks == {"..", "x"}
    assert next(iter(by_key))[2] == "2019"


def test_services_add_up(client):
    found = table(client, "36100007")
    one = [r for r in found if r["REF_DATE"] == "2024" and r["Countries or regions"] == "Mexico"]
    value = {(r["Receipts, payments and balances"], r["Types of services"][:5]): int(r["VALUE"]) for r in one}
    assert (
        sum(v for (way, kind), v in value.items() if way == "Payments" and kind != "Total")
        == value["Payments", "Total"]
    )
    assert value["Receipts", "Total"] - value["Payments", "Total"] == value["Balances", "Total"]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"revised": {"2024-03": 1.1}}, lambda found: mexico(found)["VALUE"] == "4543.3"),
        ({"revised": 1.1}, lambda found: mexico(found)["VALUE"] == "4130.3"),
        ({"renamed_column": {"VALUE": "Valeur"}}, lambda found: "Valeur" in found[0] and "VALUE" not in found[0]),
        ({"unknown_country": "Atlantis"}, lambda found: "Atlantis" in {r["Principal trading partners"] for r in found}),
        ({"doubled_row": True}, lambda found: found[-1] == found[-2]),
        ({"unit": "Tonnes"}, lambda found: mexico(found)["UOM"] == "Tonnes"),
        ({"scalar": "dozens"}, lambda found: mexico(found)["SCALAR_FACTOR"] == "dozens"),
        ({"year_lost": 2024}, lambda found: "2024" not in {r["REF_DATE"][:4] for r in found}),
        ({"rows_dropped": 0.5}, lambda found: 800 < len(found) < 2000),
        ({"jump": 10}, lambda found: float(mexico(found, "2026-09")["VALUE"]) > 40_000),
        (
            {"statuses": {"Mexico@2024": "x"}},
            lambda found: (mexico(found)["VALUE"], mexico(found)["STATUS"]) == ("", "x"),
        ),
        (
            {"statuses": {"Mexico": "E"}},
            lambda found: (mexico(found)["VALUE"], mexico(found)["STATUS"]) == ("4130.3", "E"),
        ),
        ({"last_month": "2026-10"}, lambda found: mexico(found, "2026-10")["VALUE"]),
        ({"table_lags": 1}, lambda found: max(r["REF_DATE"] for r in found) == "2026-08"),
        ({"only": "36100008", "unit": "Tonnes"}, lambda found: mexico(found)["UOM"] == "Dollars"),
    ],
)
def test_the_world_changes_a_table(official, client, change, seen):
    official.world.first_year = 2024
    for name, value in change.items():
        setattr(official.world, name, value)
    assert seen(table(client, "12100011"))


def test_without_mark_and_in_french(official, client):
    official.world.without_bom = True
    official.world.french = True
    link = client.get(f"{REST}/getFullTableDownloadCSV/12100011/en").json()["object"]
    text = member(client.get(link).content, "12100011.csv")
    assert text.startswith('"REF_DATE";"GEO"')
    assert mexico(list(csv.DictReader(text.splitlines(), delimiter=";")))["VALUE"] == "4130,3"
    french = member(client.get(link.replace("eng", "fra")).content, "12100011.csv")
    assert french.startswith('"PÉRIODE DE RÉFÉRENCE";"GÉO"')


def test_vectors_have_a_verdict_each(official, client):
    ask = [{"vectorId": MEXICO_ABROAD, "latestN": 3}, {"vectorId": 5, "latestN": 3}]
    good, bad = client.post(LATEST, json=ask).json()
    assert (good["status"], good["object"]["responseStatusCode"], good["object"]["productId"]) == (
        "SUCCESS",
        0,
        36100008,
    )
    assert [point["refPer"] for point in good["object"]["vectorDataPoint"]] == [
        "2023-01-01",
        "2024-01-01",
        "2025-01-01",
    ]
    assert good["object"]["vectorDataPoint"][0]["value"] == 40424
    assert (bad["status"], bad["object"]["responseStatusCode"]) == ("FAILED", 4)
    official.world.vectors = {MEXICO_ABROAD: 6}
    busy = client.post(LATEST, json=ask).json()[0]
    assert (busy["status"], busy["object"]["responseStatusCode"], busy["object"]["vectorDataPoint"]) == (
        "SUCCESS",
        6,
        [],
    )
    official.world.vectors = {0: "FAILED"}
    assert client.post(LATEST, json=ask).json()[0]["status"] == "FAILED"
    assert client.post(LATEST, json=ask[:1] * 301).status_code == 400


def test_vectors_between_two_dates_and_changed_cubes(client):
    query = "vectorIds=%227117698%22&startRefPeriod=2021-01-01&endReferencePeriod=2022-12-31"
    (item,) = client.get(f"{REST}/getDataFromVectorByReferencePeriodRange?{query}").json()
    assert [point["value"] for point in item["object"]["vectorDataPoint"]] == [29307, 32330]
    assert len(client.get(f"{REST}/getChangedCubeList/2026-11-04").json()["object"]) == 5
    assert client.get(f"{REST}/getChangedCubeList/2026-11-05").json()["object"] == []


def test_exchange_rates(official, client):
    found = client.get("/valet/observations/FXUSDCAD,FXMXNCAD/json?start_date=2025-01-01").json()
    days = found["observations"]
    assert set(found) == {"terms", "seriesDetail", "observations"}
    assert days[0]["d"] == "2025-01-02"
    assert isinstance(days[0]["FXUSDCAD"]["v"], str)
    assert any("FXMXNCAD" not in day for day in days)
    assert days[-1]["d"] == "2026-11-04"
    assert client.get("/valet/observations/FXXXXCAD/json").status_code == 404
    official.world.jump = 10
    assert float(client.get("/valet/observations/FXUSDCAD/json").json()["observations"][-1]["FXUSDCAD"]["v"]) > 10
