"""A table: its entry (.toml), its recipe (.py; none where it is its raw file as it stands), its rows (.parquet)."""
