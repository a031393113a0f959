"""Charts: each function turns column names and labels into a Vega-Lite specification; the rows come apart from it."""

from ui.charts import lean

lean.use()
