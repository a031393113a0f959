"""What a reader is told where a page cannot be shown: one sentence that names the file, in the reader's language."""

import logging

import streamlit as st

import queries
from data import catalog
from ui.language import current, text_in

LOG = logging.getLogger(__name__)
KNOWN = (queries.QueryError, catalog.Mistakes)
# These do not stand in the message files, because one of those may be what is broken.
BROKEN = {
    "en": "This page needs the file {file}, which is missing or damaged. Pages that do without it work.",
    "fr": "Cette page a besoin du fichier {file}, qui manque ou est endommagé. Celles qui s’en passent fonctionnent.",
    "es": "Esta página necesita el archivo {file}, que falta o está dañado. Las páginas que no lo necesitan funcionan.",
}
REBUILD = {
    "en": "To rebuild it, run: {command}",
    "fr": "Pour le reconstruire : {command}",
    "es": "Para reconstruirlo, ejecute: {command}",
}
OURS = {
    "en": "This page cannot be shown because of a mistake of ours, which has been written down. The other pages work.",
    "fr": "Cette page ne peut pas s’afficher en raison d’une erreur de notre part, qui a été consignée. "
    "Les autres pages fonctionnent.",
    "es": "Esta página no se puede mostrar por un error nuestro, que ha quedado registrado. "
    "Las demás páginas funcionan.",
}


def sentence(error: Exception, language: str) -> str:
    """What is said of an error in a language."""
    match error:
        case queries.TableUnavailable():
            rebuild = REBUILD[language].format(command=f"python -m data build {error.table}")
            return f"{BROKEN[language].format(file=error.file)} {rebuild}"
        case queries.BrokenHeader() | queries.BrokenQuery() | queries.UnknownQuery() | catalog.Mistakes():
            return BROKEN[language].format(file=error.file)
        case queries.EngineAway():
            return text_in("error.cluster", language)
        case queries.OverLimit():
            return text_in("error.limit", language)
        case _:
            return OURS[language]


def say(error: Exception) -> None:
    """Tell the reader; whoever runs the site finds the whole error in the log."""
    LOG.error("A page cannot be shown: %s", error)
    st.error(sentence(error, current()))


def uncaught(error: Exception) -> bool:
    """Say what no page caught; True, so that Streamlit, which has logged it, does not show a text of its own."""
    st.error(sentence(error, current()))
    return True
