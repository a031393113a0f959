"""The adapters: each asks one publisher, checks the form of the answer, and shapes its figures."""
