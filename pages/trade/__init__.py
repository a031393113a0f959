"""How lopsided is goods trade between Canada and Mexico?"""
