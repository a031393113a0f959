"""What can be set of a refresh: over the catalog the installation's file, over both what is asked for; all of it checked."""

import pytest

from data.health import attempts
from data.refresh import settings as refresh_settings
from data.refresh.problems import SourceProblem
from data.refresh.settings import names, settings


@pytest.fixture(autouse=True)
def _no_secrets(monkeypatch, tmp_path):
    monkeypatch.setattr(refresh_settings, "SECRETS", tmp_path / "secrets.toml")
    for name in ("CENSUS_API_KEY", "COMTRADE_API_KEY", "DATA_REFRESH_CONFIG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def own(monkeypatch, tmp_path):
    def written(text):
        path = tmp_path / "refresh.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("DATA_REFRESH_CONFIG", str(path))
        return path

    return written


@pytest.mark.parametrize("name", names())
def test_every_source_is_set_as_its_adapter_wants_it(name):
    known = settings(name)
    assert known.base_url.startswith("https://")
    assert known.attempts == 6
    assert known.name == name


def test_the_last_word(own):
    own('[limits]\nattempts = 2\nparallel = 3\n[sources.cimt]\nfirst_year = 2015\ndetail = "hs6"')
    known = settings("cimt", detail="lines")
    assert (known.attempts, known.first_year, known.detail) == (2, 2015, "lines")
    assert known.parallel == 4, "what the catalog says of a source goes over limits for all"


WRONG = {
    "no TOML": ("[limits\nattempts = 3", ": the file is not TOML: "),
    "section": ("[limit]\nattempts = 3", ": [limit] “limit” is not known; did you mean “limits”?"),
    "source": ("[sources.cimtt]\nfile = 'a'", ": [sources.cimtt] “cimtt” is not known; did you mean “cimt”?"),
    "misspelt": (
        "[sources.cimt]\nfirst_yaer = 2015",
        ": sources.cimt: “first_yaer” is not known; did you mean “first_",
    ),
    "key": ("[sources.cimt]\nkey = 'secret'", ": sources.cimt: “key” is not known"),
    "limit": ("[limits]\nattempt = 3", ": limits: “attempt” is not known; did you mean “attempts”?"),
    "no number": ("[limits]\nattempts = 'many'", ": limits: attempts: “many”: input should be a valid integer"),
    "never": (
        "[sources.cimt]\nattempts = 0",
        ": sources.cimt: attempts: “0”: input should be greater than or equal to 1",
    ),
    "detail": ("[sources.cimt]\ndetail = 'hs4'", ": sources.cimt: detail: “hs4” is not 'chapters', 'hs6' or 'lines'"),
    "another adapter": (
        "[sources.cimt]\nmodule = 'ircc'",
        ": sources.cimt: module: “ircc” is not known; allowed are cimt",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_in_the_file_is_one_sentence_that_names_it(own, name):
    text, sentence = WRONG[name]
    path = own(text)
    with pytest.raises(SourceProblem) as error:
        settings("cimt")
    assert str(error.value).startswith(f"{path}{sentence}")
    assert "\n" not in str(error.value)


def test_a_mistake_elsewhere_is_not_said_of_the_file(own):
    own("[limits]\nattempts = 2")
    with pytest.raises(SourceProblem, match=r"^data/catalog/refresh\.toml: sources\.cimt: detail: “hs4” is not"):
        settings("cimt", detail="hs4")


def test_a_key_comes_from_the_environment_or_else_from_the_secrets(monkeypatch, tmp_path):
    assert settings("us_census").missing_key() == "CENSUS_API_KEY"
    assert settings("cimt").missing_key() == ""
    (tmp_path / "secrets.toml").write_text('CENSUS_API_KEY = "kept"\n[connections]\nother = 1', encoding="utf-8")
    assert settings("us_census").key == "kept"
    assert settings("us_census").missing_key() == ""
    monkeypatch.setenv("CENSUS_API_KEY", "given")
    assert settings("us_census").key == "given"


def test_secrets_that_are_no_toml_are_said(tmp_path):
    (tmp_path / "secrets.toml").write_text("KEY = ", encoding="utf-8")
    with pytest.raises(SourceProblem, match=r"secrets\.toml is not TOML"):
        settings("us_census")


def test_a_refresh_says_what_is_wrong_with_its_settings(store):
    store.settings_file.write_text("[limits\nattempts = 3", encoding="utf-8")
    assert store.refresh("bank_of_canada") == 1
    assert "is not TOML" in attempts()["bank_of_canada"]["says"]
