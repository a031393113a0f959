"""One table is three files of one name: its entry (.toml), its recipe (.py) and the table as built (.parquet)."""
