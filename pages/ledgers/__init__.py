"""Who counts what: one flow of goods in two countries' books."""
