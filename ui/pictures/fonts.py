"""The letters of pictures: the site's font, in files that a drawing process can read."""

from importlib.resources import files
from pathlib import Path

FAMILY = "Source Sans Pro"
FOLDER = Path(str(files("font_source_sans_pro"))) / "files"
PLAIN, BOLD = 400, 600
FILES = {PLAIN: FOLDER / "SourceSansPro-Regular.ttf", BOLD: FOLDER / "SourceSansPro-Semibold.ttf"}
