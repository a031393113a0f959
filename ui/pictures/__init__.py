"""Pictures of figures, to be taken along: as SVG or PNG, with all that a figure says around its chart."""
