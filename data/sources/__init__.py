"""Refresh from the official sources; the only part of the site that may touch the network."""
