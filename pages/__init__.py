"""One folder a page: its page, and the figures of it."""
