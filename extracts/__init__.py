"""A tidy frame as a file that carries its own citation; used by buttons and data addresses alike."""

from extracts.citation import Citation, sources_of
from extracts.files import FORMATS, as_csv, as_json, as_parquet, as_zip

__all__ = ["FORMATS", "Citation", "as_csv", "as_json", "as_parquet", "as_zip", "sources_of"]
