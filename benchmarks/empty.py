"""An empty Streamlit script: the floor."""

import streamlit as st

st.title("Nothing")
