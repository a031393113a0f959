"""What was asked and is remembered: forgotten by tests in which the tables, their SQL or the settings are others."""

import queries
from queries import answering


def forget_answers():
    """The next question is asked of the engine."""
    queries._answer.cache_clear()
    answering._of_all_years.cache_clear()
