"""A copy of the site with one language more, made from English: accented, in brackets, two fifths longer."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
# What is compiled goes along: it stays true of the files whose times are copied too. Files half written do not.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "*.pyc.*", ".*_cache", ".hypothesis", "refreshed", "shots", "seen")
CODE, LOCALE = "qps", "en_CA"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = str.maketrans(PLAIN, "àƀćďéƒğĥíĵķłɱñöþɋŕšťúṽŵẋýžÀƁĆĎÉƑĞĤÍĴĶŁṀÑÖÞɊŔŠŤÚṼŴẊÝŽ")
OPEN, CLOSE = "⟦", "⟧"
LONGER, SYLLABLE = 0.4, "ẽẽẽẽẽẽ"
# What stands in for something else, and addresses: both stay as they are.
KEPT = re.compile(r"(\{[^}]*\}|https?://\S+)")
ENGLISH = re.compile(r'((?:\{ |^)en = )("(?:[^"\\]|\\.)*")', re.MULTILINE)


def pseudo(words):
    """The words in the language: no letter of English is left, so that what was not translated can be seen."""
    parts = KEPT.split(words)
    accented = "".join(part if place % 2 else part.translate(ACCENTED) for place, part in enumerate(parts))
    more = round(LONGER * len(KEPT.sub("", words)))
    syllables = [SYLLABLE] * (more // (len(SYLLABLE) + 1)) + ["ẽ" * (more % (len(SYLLABLE) + 1))]
    return f"{OPEN}{accented}{' '.join(['', *syllables]).rstrip()}{CLOSE}"


def _beside_english(text):
    """A TOML file whose English texts have the language beside them, on the same line or the next."""

    def both(match):
        before, quoted = match.groups()
        words = json.dumps(pseudo(tomllib.loads(f"en = {quoted}")["en"]), ensure_ascii=False)
        return f"{before}{quoted}{', ' if before.startswith('{') else chr(10)}{CODE} = {words}"

    return ENGLISH.sub(both, text)


def _catalog(tree):
    texts = [path for path in (tree / "data/catalog").glob("*.toml") if path.stem not in ("languages", "sources")]
    for path in [*texts, *(tree / "data/tables").glob("*.toml")]:
        path.write_text(_beside_english(path.read_text(encoding="utf-8")), encoding="utf-8")


def _language(tree):
    path = tree / "data/catalog/languages.toml"
    text = path.read_text(encoding="utf-8")
    english = tomllib.loads(text)["en"]
    money = {
        currency: {key: pseudo(words) for key, words in amounts.items()}
        for currency, amounts in english["money"].items()
    }
    words = {key: pseudo(english[key]) for key in ("name", "billions")}
    words["counting"] = [pseudo(word) for word in english["counting"]]
    section = {**english, **words, "locale": LOCALE, "ordinal": {"other": pseudo("{n}th")}}
    lines = [f"{key} = {_inline(value)}" for key, value in section.items() if key != "money"]
    amounts = [f"{currency} = {_inline(words)}" for currency, words in money.items()]
    path.write_text("\n".join([text, f"[{CODE}]", *lines, f"[{CODE}.money]", *amounts, ""]), encoding="utf-8")


def _inline(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_inline(part)}" for key, part in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def _messages(tree):
    with (tree / "ui/text/en.po").open("rb") as file:
        messages = read_po(file, locale="en_CA")
    for message in messages:
        if message.id:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            made = tuple(map(pseudo, strings))
            message.string = made if isinstance(message.string, tuple) else made[0]
    with (tree / f"ui/text/{CODE}.po").open("wb") as file:
        write_po(file, messages)


def _questions(tree):
    """What queries ask and say of themselves, whose English is in their headers."""
    for key, file in (("question", "questions"), ("about", "about")):
        path = tree / f"data/catalog/{file}.toml"
        text = path.read_text(encoding="utf-8")
        for name in tomllib.loads(text):
            header = (tree / f"queries/{name}.sql").read_text("utf-8")
            said = json.dumps(pseudo(re.search(rf"^-- {key}:\s*(.*)$", header, re.MULTILINE)[1]), ensure_ascii=False)
            text = text.replace(f"\n{name} = {{ ", f"\n{name} = {{ {CODE} = {said}, ")
        path.write_text(text, encoding="utf-8")


def _texts(tree):
    path = tree / f"data/raw/texts/{CODE}.csv"
    path.parent.mkdir()
    english = pd.read_parquet(tree / "data/tables/texts.parquet").query("lang == 'en'")
    english.assign(words=english["words"].map(pseudo))[["text_kind", "code", "words"]].to_csv(path, index=False)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with (tree / "data/catalog/sources.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[texts_{CODE}]\nfile = "texts/{CODE}.csv"\npublisher = "This project"\ntitle = "Words"\nurl = ""\n'
            f'licence = "CC BY 4.0"\nvintage = "2026-11"\nreleased = "2026-11"\nsha256 = "{digest}"\n'
        )
    table = tree / "data/tables/texts.toml"
    table.write_text(
        table.read_text(encoding="utf-8").replace("sources = [", f'sources = ["texts_{CODE}", '), encoding="utf-8"
    )


def made(tree):
    """The site at `tree`, which speaks the language too: files were added, no Python and no SQL was changed."""
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    for add in (_language, _catalog, _questions, _messages, _texts):
        add(tree)
    built = subprocess.run(
        [sys.executable, "-m", "data", "build", "texts"], cwd=tree, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return tree
