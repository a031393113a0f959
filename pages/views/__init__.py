"""The figures of the pages, one function each, so that a page reads as a table of contents."""
