"""Permit and asylum files: tabs, two languages, dashes, and a workbook made of texts."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from tests.official.reading import rows

FOLDER = "/ircc/opendata-donneesouvertes/data/"
STUDY = f"{FOLDER}ODP-TR-Study-IS_CITZ.csv"
ASYLUM = f"{FOLDER}ODP-Asylum-Top25CitzProv-LastYear.csv"
WORKBOOK = f"{FOLDER}EN_ODP-TR-Study-IS_CITZ_sign_date.xlsx"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def tabbed(client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200
    return rows(answer.content.decode("utf-8"), delimiter="\t")


def test_permit_file(client):
    text = client.get(STUDY).content.decode("utf-8")
    assert text.split("\r\n")[0].split("\t") == [
        *["EN_YEAR", "EN_QUARTER", "EN_MONTH", "FR_ANNÉE", "FR_TRIMESTRE", "FR_MOIS"],
        *["EN_COUNTRY_OF_CITIZENSHIP", "FR_PAYS_DE_CITOYENNETÉ", "TOTAL"],
    ]
    assert text.count("\r\n") == text.count("\n")
    found = tabbed(client, STUDY)
    assert {row["EN_MONTH"] for row in found} >= {"Jan", "Feb", "Dec"}
    assert {row["FR_MOIS"] for row in found} >= {"janv.", "févr.", "déc."}
    totals = {row["TOTAL"] for row in found}
    assert "--" in totals
    assert not totals & {"0", ""}
    assert all(int(total) % 5 == 0 for total in totals - {"--"})
    months = [(row["EN_YEAR"], row["EN_MONTH"]) for row in found]
    assert months != sorted(months)
    assert "Total unique persons" not in {row["EN_COUNTRY_OF_CITIZENSHIP"] for row in found}
    mexico = {"EN_YEAR": "2025", "EN_MONTH": "Jan", "EN_COUNTRY_OF_CITIZENSHIP": "Mexico"}
    (row,) = [row for row in found if mexico.items() <= row.items()]
    assert (row["TOTAL"], row["FR_TRIMESTRE"], row["FR_PAYS_DE_CITOYENNETÉ"]) == ("940", "T1", "Mexique")


@pytest.mark.parametrize("stream", ["TFWP", "IMP"])
def test_work_permit_files(client, stream):
    found = tabbed(client, f"{FOLDER}ODP-TR-Work-{stream}-CITZ.csv")
    mexico = [row for row in found if row["EN_COUNTRY_OF_CITIZENSHIP"] == "Mexico"]
    assert len(mexico) == 43


def test_asylum_file(client):
    found = tabbed(client, ASYLUM)
    assert len({row["EN_COUNTRY_OF_CITIZENSHIP"] for row in found}) == 26
    ranks = {(row["EN_COUNTRY_OF_CITIZENSHIP"], row["EN_COUNTRY_RANK"]) for row in found}
    assert len(ranks) == 26
    assert ("Other Countries", "26") in ranks
    assert "China, People's Republic of" in {row["EN_COUNTRY_OF_CITIZENSHIP"] for row in found}
    assert {row["FR_PROVINCE_TERRITOIRE"] for row in found} >= {"Québec", "Colombie-Britannique"}


def sheet(client) -> tuple[dict, list, list[str]]:
    content = client.get(WORKBOOK).content
    archive = zipfile.ZipFile(io.BytesIO(content))
    tree = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    cells = {cell.get("r"): cell.findtext(f"{SHEET}is/{SHEET}t") for cell in tree.iter(f"{SHEET}c")}
    return cells, [span.get("ref") for span in tree.iter(f"{SHEET}mergeCell")], archive.namelist()


def test_workbook(client):
    cells, merged, names = sheet(client)
    assert "xl/sharedStrings.xml" not in names
    assert cells["A1"].endswith("January 2023 - July 2026")
    assert (cells["A3"], cells["B3"], cells["B4"], cells["B5"]) == ("Country of Citizenship", "2023", "Q1", "Jan")
    assert (cells["E5"], cells["R4"]) == ("Q1 Total", "2023 Total")
    assert "R5" not in cells
    assert {"A3:A5", "B3:R3", "B4:E4", "R4:R5"} <= set(merged)
    assert cells["A6"] == "Afghanistan"
    # The quarter that has only begun has a total of its own: July alone.
    assert [text for place, text in cells.items() if place.endswith("5") and place[-2].isalpha()][-2:] == [
        "Jul",
        "Q3 Total",
    ]
    counts = {text for place, text in cells.items() if int(re.sub(r"\D", "", place)) > 5 and place[0] != "A"}
    assert "--" in counts
    assert any("," in text for text in counts)
    footers = [text for place, text in cells.items() if place.startswith("A") and text.startswith("Source")]
    assert footers == ["Source: IRCC, July 31, 2026"]
    assert "Total unique persons" in cells.values()


def test_what_can_be_wrong(official, client):
    world = official.world
    world.first_year = 2024
    world.unknown_country, world.renamed_column = "Atlantis", {"TOTAL": "COUNT"}
    found = tabbed(client, STUDY)
    assert "Atlantis" in {row["EN_COUNTRY_OF_CITIZENSHIP"] for row in found}
    assert "COUNT" in found[0]
    assert "Atlantis" in {row["EN_COUNTRY_OF_CITIZENSHIP"] for row in tabbed(client, ASYLUM)}
    assert "Atlantis" in sheet(client)[0].values()
    world.last_permit_month = "2026-08"
    assert "Source: IRCC, August 31, 2026" in sheet(client)[0].values()
    world.year_lost = 2025
    assert "2025" not in {row["EN_YEAR"] for row in tabbed(client, STUDY)}
    assert "2025" not in sheet(client)[0].values()
