"""All years as a bar of strains and repairs, above the slider that moves the window."""

import queries
from pages.timeline.chapters import Window
from pages.timeline.choices import Choices
from pages.timeline.counted import counted
from ui import blocks, filters, numbers
from ui.language import current, text
from ui.remember import remembered

# Pixels of one strain or repair.
EACH = 2


@remembered
def bar(chosen: Choices, window: Window) -> str:
    """Strains and repairs of every year there is, those of the window on a pale ground."""
    covered = filters.covered_years("timeline")
    found = queries.ask("event_years", lang=current(), **chosen.params).frame.set_index("year")
    every = found.reindex(range(covered.first, covered.last + 1), fill_value=0)
    years = [
        {
            "shown": window.first.year <= year <= window.last.year,
            "repairs": round(EACH * row["repairs"]),
            "strains": round(EACH * row["strains"]),
            "title": text("label.value", label=year, value=counted(int(row["strains"]), int(row["repairs"]))),
        }
        for year, row in every.iterrows()
    ]
    label = text("timeline.overview", years=numbers.years(covered.first, covered.last), shown=window.in_words)
    return blocks.render("overview_bar", years=years, label=label)
