"""Which tables lie behind this site, what does every column mean, how current is it, and what was revised?"""

from pages.data import freshness, tables
from ui import page

page.question("data")
tables.answer()
freshness.answer()
page.draw_view("data")
