"""Streamlit reads six sections of its theme anew with every run, a twelfth of its work; they are read once instead."""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_by_streamlit = app_session._populate_theme_msg


@cache
def _section(name: str) -> CustomThemeConfig:
    theme = CustomThemeConfig()
    _by_streamlit(theme, name)
    return theme


def _populated(msg: CustomThemeConfig, section: str = "theme") -> None:
    # A section without options stays absent; a merge would make it present and empty.
    known = _section(section)
    if known.ByteSize():
        msg.MergeFrom(known)


def use() -> None:
    """From here on themes are read once."""
    app_session._populate_theme_msg = _populated
