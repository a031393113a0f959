"""What a person may choose of a refresh: to see first, to accept one comparison, to go back, to read a folder."""

import shutil

import pytest

from data import store as stored
from data import vintages
from data.__main__ import main
from data.refresh.accepted import mistakes

SOURCE, TABLE = "statcan_investment", "direct_investment"


def positions(store):
    return (store.edition().tables / f"{TABLE}.parquet").read_bytes()


def test_a_dry_run_says_what_would_change_and_changes_nothing(store, capsys):
    store.begin_refreshed(SOURCE)
    before = store.edition()
    store.change(revised=1.01)
    assert store.refresh(SOURCE, is_trial=True) == 0
    said = capsys.readouterr().err
    assert f"{TABLE}: 0 rows added, " in said
    assert " revised, 0 gone" in said
    assert "position_cad_m" in said and " → " in said
    assert f"{SOURCE}: would be refreshed" in said
    assert store.edition() == before
    assert store.outcome(SOURCE) == "refreshed", "a trial is no attempt"
    assert store.refresh(SOURCE) == 0
    assert store.edition() != before


def test_only_the_comparison_that_was_named_is_lifted(store):
    store.begin_refreshed(SOURCE)
    store.change(jump=10.0)
    assert store.refresh(SOURCE, accept=(f"{SOURCE}:rows",)) == 1
    remedy = f"--accept {SOURCE}:{TABLE}:leap"
    assert remedy in store.sentence(SOURCE)
    assert store.refresh(SOURCE, accept=(remedy.removeprefix("--accept "),)) == 0


def test_what_was_accepted_can_be_undone(store, capsys):
    store.begin_refreshed(SOURCE)
    before, content = store.edition(), positions(store)
    store.change(jump=10.0)
    assert store.refresh(SOURCE, accept=(SOURCE,)) == 0
    assert main(["rollback"]) == 0
    assert store.edition() == before
    assert positions(store) == content
    assert store.refresh(SOURCE) == 1, "the leap is refused as it was"
    assert main(["rollback"]) == 0
    assert store.edition().name == "shipped"
    assert main(["rollback"]) == 1
    assert "Nothing was refreshed yet" in capsys.readouterr().out


def test_what_was_undone_does_not_come_back_with_another_source(store):
    store.begin_refreshed(SOURCE)
    assert main(["rollback"]) == 0
    assert store.refresh("bank_of_canada") == 0
    assert set(store.edition().refreshed) == {"bank_of_canada"}
    assert main(["rollback"]) == 0
    assert set(store.edition().refreshed) == {SOURCE}, "what is kept can be gone back to"


def test_another_vintage_of_the_same_figures_is_no_revision(store, capsys):
    store.begin_refreshed(SOURCE)
    capsys.readouterr()
    assert store.refresh("statcan_prices") == 0
    assert "consumer_prices: 2 rows added, 0 revised, 0 gone" in capsys.readouterr().err


def test_a_folder_stands_in_for_the_network(store, tmp_path):
    # Not a copy: what was answered names the address of the agencies that were asked.
    assert store.refresh(SOURCE) == 0
    store.official.requests.clear()
    figures = vintages.read(store.edition().figures / f"{SOURCE}.parquet").drop(columns="retrieved")
    by_hand, archive = tmp_path / "by_hand", tmp_path / "archive"
    shutil.copytree(stored.folder() / "raw", archive)
    by_hand.mkdir()
    shutil.copy(next(archive.rglob("*-36100008-eng.zip")), by_hand / "36100008-eng.zip")
    for folder in (archive, by_hand):
        shutil.rmtree(stored.folder())
        assert store.refresh(SOURCE, folder=folder) == 0
        again = vintages.read(store.edition().figures / f"{SOURCE}.parquet").drop(columns="retrieved")
        columns = ["published_on"] if folder == by_hand else []
        assert again.drop(columns=columns).equals(figures.drop(columns=columns))
    assert store.official.asked() == [], "nobody was asked"


def test_what_a_folder_lacks_is_named(store, tmp_path):
    assert store.refresh(SOURCE, folder=tmp_path) == 1
    assert f"{tmp_path} holds no 36100008-eng.zip" in store.sentence(SOURCE)


@pytest.mark.parametrize("wrong", ["nosuch", f"{SOURCE}:leaps", f"{SOURCE}:no_table:leap", f"{SOURCE}:{TABLE}"])
def test_what_cannot_be_accepted_is_said(wrong, capsys):
    assert mistakes([wrong], [SOURCE], [TABLE]) == [wrong]
    assert main(["refresh", SOURCE, "--accept", wrong]) == 2
    assert "Kinds are: older, names, years, series, rows, leap." in capsys.readouterr().err
