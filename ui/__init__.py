"""What pages are made of: language, filters, figures, charts, notes and the words for codes."""
