"""Templates of HTML: whatever is put into them is escaped, and nothing may be left out."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def of(folder: Path) -> Environment:
    """The templates in a folder, each read and compiled once: what is deployed does not change under a running site."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
