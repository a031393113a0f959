"""Everything about the numbers: raw figures, the catalog that explains them, and the tables built from both."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
RAW = ROOT / "raw"
TABLES = ROOT / "tables"
