"""The official sources: asked, checked and put into shape for the tables."""
