"""Merchandise trade in bulk: members, headers and sums."""

import io
import zipfile

import pytest

from tests.official.reading import member, rows

PLACE = "/statcan/n1/pub/71-607-x/2021004/zip/CIMT-CICM_{}_{}.zip"
START = "YearMonth/AnnéeMois,{},Country/Pays,{}State/État,Value/Valeur"
FINE = ",Quantity/Quantité,Unit of Measure/Unité de Mesure"  # codespell:ignore


def archive(client, flow: str, year: int) -> bytes:
    answer = client.get(PLACE.format(flow, year))
    assert answer.status_code == 200
    return answer.content


def total(found: list[dict[str, str]], country: str, month: str) -> int:
    wanted = [row for row in found if row["Country/Pays"] == country and row["YearMonth/AnnéeMois"] == month]
    return sum(int(row["Value/Valeur"]) for row in wanted)


@pytest.mark.parametrize(
    ("flow", "numbers", "fine", "province"),
    [
        ("Imp", ["014", "015", "022"], "HS10", "Province,"),
        ("Dom_Exp", ["016", "018", "020"], "HS8", "Province,"),
        ("Tot_Exp", ["017", "019", "021"], "HS8", ""),
    ],
)
def test_members_and_headers(client, flow, numbers, fine, province):
    content = archive(client, flow, 2026)
    names = [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if name.endswith(".csv")]
    assert names == [f"CIMT-CICM_{flow}_2026/ODPFN{number}_202609N.csv" for number in numbers]
    for number, level in zip(numbers, [fine, "HS6", "HS2"], strict=True):
        text = member(content, f"ODPFN{number}")
        assert text.split("\r\n")[0] == START.format(level, province) + ("" if level == "HS2" else FINE)
        assert text.count("\r\n") == text.count("\n")
        assert {len(row[level]) for row in rows(text)} == {int(level[2:])}


@pytest.mark.parametrize(("flow", "numbers"), [("Imp", ["014", "015", "022"]), ("Tot_Exp", ["017", "019", "021"])])
def test_levels_add_up_to_the_published_month(client, flow, numbers):
    content = archive(client, flow, 2024)
    published = {"Imp": 3465489139, "Tot_Exp": 693213303}[flow]
    for number in numbers:
        assert total(rows(member(content, f"ODPFN{number}")), "MX", "202401") == published


def test_chapters_are_the_sums_of_their_products(client):
    content = archive(client, "Imp", 2025)
    fine, coarse = rows(member(content, "ODPFN014")), rows(member(content, "ODPFN022"))
    sums: dict[tuple, int] = {}
    for row in fine:
        key = (row["YearMonth/AnnéeMois"], row["HS10"][:2], row["Country/Pays"], row["Province"], row["State/État"])
        sums[key] = sums.get(key, 0) + int(row["Value/Valeur"])
    assert {
        (row["YearMonth/AnnéeMois"], row["HS2"], row["Country/Pays"], row["Province"], row["State/État"]): int(
            row["Value/Valeur"]
        )
        for row in coarse
    } == sums


def test_who_trades(client):
    found = rows(member(archive(client, "Imp", 2025), "ODPFN014"))
    assert {"NA", "CA", "MX", "US"} <= {row["Country/Pays"] for row in found}
    assert {row["State/État"] for row in found if row["Country/Pays"] != "US"} == {""}
    assert {row["State/État"] for row in found if row["Country/Pays"] == "US"} >= {"MI", "NY"}
    assert len({row["Province"] for row in found if row["Country/Pays"] == "MX"}) == 3
    whole = rows(member(archive(client, "Tot_Exp", 2025), "ODPFN017"))
    domestic = rows(member(archive(client, "Dom_Exp", 2025), "ODPFN016"))
    assert "CA" not in {row["Country/Pays"] for row in whole}
    assert 0.9 < total(domestic, "MX", "202503") / total(whole, "MX", "202503") < 1


def test_descriptions_are_fixed_width(client):
    archive_file = zipfile.ZipFile(io.BytesIO(archive(client, "Imp", 2025)))
    text = archive_file.read("CIMT-CICM_Imp_2025/ODPF_1_HS10Desc.TXT").decode("cp1252")
    line = next(line for line in text.split("\r\n") if line.startswith("0702000011"))
    assert (line[11:17], line[18:24], line[25:29]) == ("198801", "999912", "KGM ")
    assert line[29:112].strip() == "Tomatoes, fresh or chilled"
    assert line[112:195].strip() == "Tomates, à l'état frais ou réfrigéré"


def test_what_can_be_wrong(official, client):
    world = official.world
    assert client.get(PLACE.format("Imp", 2022)).status_code == 404
    world.monthly_members, world.member_folder = True, False
    names = zipfile.ZipFile(io.BytesIO(archive(client, "Imp", 2023))).namelist()
    assert sum(name.startswith("ODPFN022_2023") and name.endswith("C.csv") for name in names) == 12
    world.monthly_members = False
    world.unknown_country, world.hs2_factor, world.jump = "QQ", 1.5, 10
    content = archive(client, "Imp", 2026)
    fine, coarse = rows(member(content, "ODPFN014")), rows(member(content, "ODPFN022"))
    assert "QQ" in {row["Country/Pays"] for row in fine}
    assert total(coarse, "MX", "202604") == pytest.approx(1.5 * 4949875171)
    assert total(fine, "MX", "202609") > 5 * total(fine, "MX", "202608")
    world.doubled_row = True
    doubled = member(archive(client, "Imp", 2026), "ODPFN014").splitlines()
    assert doubled[-1] == doubled[-2]
    world.year_lost = 2025
    assert client.get(PLACE.format("Imp", 2025)).status_code == 404
