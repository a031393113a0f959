"""What pages are made of: language, filters, figures, charts and notes. Knows no table and no policy."""
