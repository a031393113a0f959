"""What a reader sees, written down: one text file per page, view and language, made by `python -m tests.seen`.

A file is read by a person when it changes; tests/test_seen.py compares it with what the page says now.
"""
