"""The benchmarks still run; how fast is for those who read them."""

import json
import os
import re
import signal

import altair as alt
from altair.utils import schemapi
from altair.vegalite.v6.schema.core import VegaLiteSchema

from benchmarks import cimt
from ui.charts import bars, columns, lean, lines, year_bars
from ui.charts.marks import Mark

VIEW = re.compile("view_[0-9a-f_]+")
STYLES = ("hollow", "light", "mark", "older", "solid", "withheld")


def test_the_benchmark_of_product_detail_runs_and_its_ways_agree(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cimt, "alone", cimt._watched)
    monkeypatch.setattr(cimt, "REPEATS", 1)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    cimt.main(["--rows", "4000", "--sample", "1000", "--folder", str(tmp_path)])
    asked = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "unsorted" in line and "×" in line]
    assert asked[-4:] == ["monthly_series", "top_products", "sector_by_month", "partners_by_year"]
    assert not list(tmp_path.iterdir())


def test_a_step_is_measured_in_a_process_of_its_own():
    process, seconds, peak = cimt.alone(os.getpid)
    assert process != os.getpid()
    assert 0 <= seconds < 60
    assert peak > 1_000_000


def test_altair_makes_the_table_of_its_classes_once(monkeypatch):
    bars.ranked("x", "y", ",.0f", 2, "en")
    hashed, make = [], schemapi._FromDict.hash_schema
    monkeypatch.setattr(schemapi._FromDict, "hash_schema", lambda *given: hashed.append(1) or make(*given[-1:]))
    assert alt.X.from_dict({"field": "a", "type": "quantitative"}, validate=False).to_dict()["field"] == "a"
    assert len(hashed) < 20, "several hundred classes again"


def test_a_condition_stays_as_it_is_written():
    bars.ranked("x", "y", ",.0f", 2, "en")
    fits = alt.condition("datum.a > 1", alt.value(1), alt.value(0))
    made = alt.Chart(alt.Data(values=[])).mark_text().encode(opacity=fits).to_dict(validate=False)
    assert made["encoding"]["opacity"]["condition"]["test"] == "datum.a > 1"
    # Which of two classes of one shape is taken changes from process to process: those of expressions are not among them.
    known = [one for classes in lean._class_dict().values() for one in classes]
    assert known
    assert all(issubclass(one, VegaLiteSchema) for one in known)


def test_charts_are_built_as_altair_builds_them(monkeypatch):
    events = (Mark(2001, "a", "told", 1), Mark(2008, "b", "told", 3))

    def built():
        lines.over_years.cache_clear()
        year_bars.by_year.cache_clear()
        columns.bars.cache_clear()
        return [
            lines.over_years((("a", "CAN", "x"), ("b", "MEX", "y")), "u", True, "y", (1990, 2020), "en", events=events),
            year_bars.by_year("v", "CAN", "u", True, ("a", "b"), (1990, 2020), STYLES, "fr", (2000,), "word", events),
            columns.bars("v", "b", "r", ("x", "y"), 3, ("a", "b", "c", "d"), "es"),
        ]

    ours = built()
    for (owner, name, _), theirs in zip(lean.REPLACED, lean.THEIRS, strict=True):
        monkeypatch.setattr(owner, name, theirs)
    assert schemapi._deep_copy is lean.THEIRS[1]
    # Altair names a view after a hash of how it was built; nothing else differs.
    assert [VIEW.sub("view", json.dumps(chart)) for chart in ours] == [
        VIEW.sub("view", json.dumps(chart)) for chart in built()
    ]


def test_two_threads_do_not_mix_up_their_axes():
    one, other = alt.X("a:Q").axis, alt.X("b:Q").axis
    assert (one(None)["shorthand"], other(None)["shorthand"]) == ("a:Q", "b:Q")
