"""`/sql`: the tables in the reader's own browser, asked with DuckDB compiled for it."""
