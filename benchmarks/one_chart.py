"""A Streamlit script with one Altair chart and one filter: what a careful newcomer writes."""

import altair as alt
import pandas as pd
import streamlit as st

st.title("One chart")
first = st.slider("First", 1962, 2024, 1962)
rows = pd.DataFrame({"year": range(first, 2026), "value": [n * n for n in range(2026 - first)]})
st.altair_chart(alt.Chart(rows).mark_bar().encode(x="year:O", y="value:Q"))
st.caption(f"from {first}")
