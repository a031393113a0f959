"""How fast the site is, as ratios to Streamlit itself."""
