"""A briefing note as a file: one structure that knows neither Word nor PDF, and a writer for each."""

from extracts.notes.note import Line, Note, Part, Picture, Source, numbered

__all__ = ["Line", "Note", "Part", "Picture", "Source", "numbered"]
