"""Whatever comes in place of an answer is one sentence that names the source and says what to do, of every source."""

import gzip
import io
import json
import random
import re
import zipfile

import pytest

from data.country_names import UnknownName
from data.refresh import checks
from data.refresh.problems import SourceProblem, TryAgain
from data.sources import ircc_sheet
from tests.official.answer import zip_bytes
from tests.refresh_store import PREFIXES
from tests.refresh_told import Told

HELPS_TO_WAIT = {
    "nothing": b"",
    "no rows": b"[]",
    "rows of nothing": b"[[]]",
    "blank": b" \r\n",
    "byte order mark": b"\xef\xbb\xbf",
    "text": b"Service temporarily unavailable",
    "null": b"null",
    "number": b"7",
    "one object": b"{}",
    "an error": b'{"count":-1,"data":null,"error":"","errorObject":{"errorMessage":"down for maintenance"}}',
    "a list of one": b'[{"message":"down for maintenance"}]',
    "without end": b"[" * 100_000,
    "page": b"<!-- --><html><body>Sorry</body></html>",
    "xml": b"<?xml version='1.0'?><Error><Code>SlowDown</Code></Error>",
    "pdf": b"%PDF-1.7",
    "binary": bytes(range(256)),
    "packed": gzip.compress(b"hello"),
    "empty zip": zip_bytes({}),
    "quota": b'{"statusCode":429,"message":"Out of call volume quota. Quota will be replenished in 1.09:21:14."}',
    "quota, as text": b"Rate limit is exceeded. Try again in 10 seconds.",
}
OTHERS = {
    "other zip": zip_bytes({"readme.txt": b"x"}),
    "other letters": "EN_YEAR\tTOTAL\n".encode("utf-16"),
    "other columns": b"a\tb\n1\t2\n",
}
# The parts of a source that answer in forms of their own.
PARTS = dict.fromkeys(PREFIXES, ("",)) | {
    "statcan_goods": ("getFullTable", "-eng.zip", "getDataFromVectors"),
    "statcan_services": ("-eng.zip",),
    "statcan_sections": ("-eng.zip",),
    "statcan_prices": ("-eng.zip",),
}
KEYED = {"us_census", "comtrade"}


@pytest.fixture
def told(store, tmp_path):
    """A source whose answers, where the address holds this part, are changed so."""
    store.configure("cimt", first_year=2026)
    store.configure("comtrade", first_year=2025)
    store.configure("", backoff_seconds=0, longest_wait_seconds=0, attempts=1)

    def made(source, part, change):
        tell = lambda url, right: change(right) if part in url else right  # noqa: E731
        return Told(source, store.official.url, tmp_path, tell)

    return made


@pytest.mark.parametrize("source", PREFIXES)
def test_what_is_no_answer_is_one_sentence_and_what_to_do(told, source):
    for part in PARTS[source]:
        for name, body in (HELPS_TO_WAIT | OTHERS).items():
            with pytest.raises(SourceProblem) as error:
                told(source, part, lambda right, body=body: body).figures()
            sentence = str(error.value)
            assert "\n" not in sentence and len(sentence) < 500, (part, name)
            if name in HELPS_TO_WAIT and not (name in ("page", "xml") and source in KEYED):
                assert isinstance(error.value, TryAgain), (part, name, sentence)
                assert "127.0.0.1:" in sentence or "Statistics Canada" in sentence, (part, name, sentence)
                assert "try later" in sentence, (part, name, sentence)
            if "quota" in name:
                assert "quota is used up" in sentence, (part, sentence)


ODD = [None, 0, -1, 1e400, float("nan"), "", "x", "nan", "1e999", "-5", "2024-13-45", [], {}, [[]], True, "9" * 30]
IN_JSON = {"bank_of_canada": "", "statcan_goods": "getDataFromVectors", "us_census": "", "comtrade": ""}


def _places(told, path=()):
    yield path
    inner = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in inner:
        yield from _places(value, (*path, key))


def _spoilt(told, chance):
    """The same with one of its parts another: as likely far inside as near the top."""
    paths = list(_places(told))
    depth = chance.choice(sorted({len(path) for path in paths} - {0}))
    *way, last = chance.choice([path for path in paths if len(path) == depth])
    place = told
    for key in way:
        place = place[key]
    place[last] = chance.choice(ODD)
    return told


@pytest.mark.parametrize("source", IN_JSON)
def test_one_part_that_is_another_is_a_sentence_or_does_no_harm(told, source):
    chance = random.Random(source)
    for _ in range(15):

        def change(right):
            return json.dumps(_spoilt(json.loads(right), chance)).encode() if right else right

        try:
            figures = told(source, IN_JSON[source], change).figures()
        except (SourceProblem, UnknownName) as error:
            assert "\n" not in str(error)
        else:
            checks.figures(figures, source)
            assert not figures["value"].isin([float("inf")]).any()


def _in_all_members(change):
    def changed(right):
        with zipfile.ZipFile(io.BytesIO(right)) as archive:
            return zip_bytes({name: change(archive.read(name)) for name in archive.namelist()})

    return changed


@pytest.mark.parametrize("source", ["ircc_visas", "ircc_study_totals"])
def test_a_workbook_with_nothing_withheld_is_read(told, source):
    nothing_withheld = _in_all_members(lambda content: content.replace(b">--<", b">5<"))
    checks.figures(told(source, "", nothing_withheld).figures(), source)


def test_a_row_of_cimt_without_a_country_is_told(told):
    nameless = _in_all_members(lambda content: re.sub(rb',"?MX"?,', b",,", content))
    with pytest.raises(UnknownName, match="an empty one"):
        told("cimt", "", nameless).figures()


def test_notes_right_below_the_last_country_are_no_country():
    grid = [["Mexico", "5", "--"], ["Total", "1,005", "10"], ["Note: rounded.", "", ""], ["Source: IRCC", "", ""]]
    assert [name for name, _ in ircc_sheet.counts(grid, "a file")] == ["Mexico", "Total"]
