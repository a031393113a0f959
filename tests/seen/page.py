"""A visited page as plain lines, from top to bottom: words, filters, figures, files, links."""

import re
from html import unescape

from tests.seen import charts, files
from tests.seen.words import of_html, value, visible

CONTAINERS = {"popover", "expander", "tab", "expandable"}
SPOKEN = {"title": "question", "header": "heading", "caption": "note", "markdown": "text", "code": "code"}
SPOKEN |= {kind: kind for kind in ("info", "warning", "error", "success")}

MENU = re.compile(r'<nav class="menu">.*?</nav>', re.DOTALL)
SITE = re.compile(r"^p\.site: (.*)$")
MENU_LINK = re.compile(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a></li>')
POP_UP = re.compile(
    r'<details class="pop-up"><summary>(.*?)</summary><div>(?:<p>(.*?)</p>)?<code>(.*?)</code>', re.DOTALL
)


def lines(at):
    """All lines of a page, its sidebar last."""
    return [*inside(at.main), *menu(at.sidebar)]


def inside(block, indent=""):
    found = []
    for child in block.children.values():
        if not hasattr(child, "children"):
            found += [indent + line for line in of_element(child)]
            continue
        label = getattr(getattr(child.proto, child.type, None), "label", "") if child.type in CONTAINERS else ""
        if label:
            found.append(f"{indent}{child.type} “{visible(label)}”")
        found += inside(child, indent + "  " if label else indent)
    return found


def menu(sidebar):
    """The sidebar; its links on one line where they carry the same."""
    (block,) = sidebar.children.values()
    body = block.proto.body
    links = [(unescape(address).partition("?")[2], unescape(name)) for address, name in MENU_LINK.findall(body)]
    carried = dict.fromkeys(query for query, _ in links)
    names = [name if len(carried) == 1 else f"{name} ?{query}" for query, name in links]
    each = f" each with ?{next(iter(carried))}" if len(carried) == 1 else ""
    rest = [SITE.sub(r"text: **\1**", line.replace("p.about-site:", "note:")) for line in of_html(MENU.sub("", body))]
    return [f"menu: {visible(' · '.join(names))}{each}", *rest]


def of_element(element):
    kind = element.type
    if kind == "html" and element.proto.body.startswith('<div class="take">'):
        return list(files.taken(element.proto.body))
    if kind == "html" and (opens := POP_UP.match(element.proto.body)):
        label, note, words = (unescape(part or "") for part in opens.groups())
        noted = [f"  note: {visible(note)}"] if note else []
        return [f"popover “{visible(label)}”", *noted, f"  code: {visible(words)}"]
    if kind in SPOKEN:
        return [f"{SPOKEN[kind]}: {visible(element.value)}"]
    return list(WRITTEN[kind](element)) if kind in WRITTEN else [widget(kind, element)]


def table(element):
    frame = element.value
    yield f"{element.type}: {len(frame)} rows: {visible(' | '.join(map(str, frame.columns)))}"
    for name, rows in (("first", frame.head(1)), ("last", frame.tail(1))):
        for row in rows.itertuples(index=False):
            yield f"  {name}: {' | '.join(value(cell) for cell in row)}"


def widget(kind, element):
    """A filter: its label, what may be chosen, what is chosen."""
    label = visible(element.proto.label)
    if kind == "button":
        return f"button “{label}”"
    if kind == "page_link":
        return f"link “{label}” → {element.proto.page}?{element.proto.query_string}"
    options = [visible(str(one)) for one in getattr(element, "options", [])]
    if kind == "slider":
        options = [f"{element.min:g} … {element.max:g}"]
    if kind == "date_input":
        options = [f"{element.proto.min} … {element.proto.max}"]
    offered = " · ".join(options) if len(options) < 8 else f"{len(options)} from {options[0]} to {options[-1]}"
    chosen = element.value
    chosen = ", ".join(map(str, chosen)) if isinstance(chosen, list | tuple) else str(chosen)
    empty = visible(getattr(element.proto, "placeholder", "") or "")
    return f"{kind} “{label}”: {visible(chosen) or f'nothing (“{empty}”)'}" + (f" of {offered}" if offered else "")


WRITTEN = {
    "html": lambda element: of_html(element.proto.body),
    "vega_lite_chart": lambda element: charts.lines(element.proto),
    "table": table,
    "dataframe": table,
}
