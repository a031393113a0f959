"""A note as a Word document."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from extracts.files import FIXED_TIME
from extracts.notes.note import Line, Note, Part, Picture, numbered, printable, runs

FONT, GREY = "Calibri", "5B6670"
# Points of the body: Word breaks pages by itself, so that one page has to be narrow enough whatever it says.
ON_ONE_PAGE, ON_SEVERAL = 8.8, 10.5
SMALL, TITLE = 6.8, 16.0
INDENT_INCHES = 0.15
MARGIN_INCHES, WIDTH_INCHES, BESIDE_INCHES = 0.75, 7.0, 3.4
# How high a picture may be, so that what follows it has room.
HIGHEST_INCHES = {True: 1.9, False: 5.5}


def as_docx(note: Note, pictures: Mapping[str, bytes]) -> bytes:
    """The note with its pictures (PNG by name); the same note gives the same bytes."""
    import docx

    document = docx.Document()
    _set_up(document, note)
    _paragraph(document, [(f"{note.kind} · {note.day_in_words}", False)], color=GREY)
    _paragraph(document, [(note.title, True)], "Title")
    parts, highest = list(note.parts), HIGHEST_INCHES[note.on_one_page]
    while parts:
        part = parts.pop(0)
        if part.beside and parts:
            left, right = document.add_table(1, 2).rows[0].cells
            _part(left, part, pictures, BESIDE_INCHES, highest)
            _part(right, parts.pop(0), pictures, BESIDE_INCHES, highest)
            for cell in (left, right):
                cell._element.remove(cell.paragraphs[0]._element)
                # A heading kept with what follows would take the whole table to the next page.
                cell.paragraphs[0].paragraph_format.keep_with_next = False
        else:
            _part(document, part, pictures, WIDTH_INCHES, highest)
    _papers(document, note)
    written = io.BytesIO()
    document.save(written)
    return _undated(written.getvalue())


def _set_up(document: Any, note: Note) -> None:
    """Letter paper, sober type, the language for whoever spells it, and what the file says of itself."""
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt, RGBColor

    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(MARGIN_INCHES)
    section.top_margin, section.bottom_margin = Inches(0.5), Inches(0.55)
    section.footer_distance = Inches(0.35)
    _paragraph(section.footer, [(f"{note.site} · ", False)], color=GREY, size=SMALL, address=note.address)
    body = ON_ONE_PAGE if note.on_one_page else ON_SEVERAL
    for name, size in (("Normal", body), ("List Bullet", body), ("Title", TITLE), ("Heading 1", body + 1)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string("1F2933")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(theme), None)
        style.paragraph_format.line_spacing = 1.0
        style.paragraph_format.space_before = Pt(5 if name == "Heading 1" else 0)
        style.paragraph_format.space_after = Pt(4 if name == "Title" else 2)
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Inches(INDENT_INCHES), Inches(-INDENT_INCHES)
    language = document.styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), note.locale.replace("_", "-"))
    about = document.core_properties
    about.title, about.author, about.subject = printable(note.title), note.site, note.kind
    about.language, about.comments = note.locale.replace("_", "-"), note.address
    about.created = about.modified = datetime.combine(note.day, time())


def _part(into: Any, part: Part, pictures: Mapping[str, bytes], width: float, highest: float) -> None:
    _paragraph(into, [(part.title, False)], "Heading 1")
    is_bulleted = part.is_list or len(part.lines) > 1
    for line in part.lines:
        _line(into, line, "List Bullet" if is_bulleted else "")
    for picture in part.pictures:
        _picture(into, picture, pictures[picture.name], width, highest)


def _line(into: Any, line: Line, style: str) -> None:
    before = " ".join(filter(None, [line.when, line.mark]))
    paragraph = _paragraph(into, [(f"{before}  ", False)] if before else [], style)
    said = [_run(paragraph, words, bold) for words, bold in runs(line.words)]
    if line.address:
        _link(paragraph, line.address, said)
    if line.remark:
        _run(paragraph, f" ({line.remark})")
    _number(paragraph, line.sources)


def _picture(into: Any, picture: Picture, png: bytes, width: float, highest: float) -> None:
    from docx.shared import Inches

    _paragraph(into, [(picture.finding, True)], sources=picture.sources, keep=True)
    _paragraph(into, [(picture.subtitle, False)], color=GREY, size=SMALL, keep=True)
    shape = into.add_paragraph().add_run().add_picture(io.BytesIO(png), width=Inches(width))
    if shape.height > Inches(highest):
        shape.width, shape.height = round(shape.width * Inches(highest) / shape.height), Inches(highest)
    shape._inline.docPr.set("descr", printable(picture.finding))


def _papers(document: Any, note: Note) -> None:
    """What holds for the figures, and who published them."""
    remarks = [(f"{note.words['remarks']}. ", True), (" ".join(note.remarks), False)]
    _paragraph(document, remarks, size=SMALL)
    paragraph = _paragraph(document, [(f"{note.words['sources']}. ", True)], size=SMALL)
    for number, source in enumerate(note.sources, 1):
        _run(paragraph, f"{number} ", color=GREY, size=SMALL)
        if source.url:
            _link(paragraph, source.url, [_run(paragraph, source.name, size=SMALL)])
        else:
            _run(paragraph, source.name, size=SMALL)
        _run(paragraph, ". ", size=SMALL)


def _paragraph(
    into: Any,
    pieces: Sequence[tuple[str, bool]],
    style: str = "",
    sources: Sequence[int] = (),
    color: str = "",
    size: float = 0,
    address: str = "",
    keep: bool = False,
) -> Any:
    """A paragraph of pieces, some bold, the numbers of its sources raised behind."""
    paragraph = into.add_paragraph(style=style or None)
    paragraph.paragraph_format.keep_with_next = keep or None
    for words, bold in pieces:
        _run(paragraph, words, bold, color, size)
    _number(paragraph, sources)
    if address:
        _link(paragraph, address, [_run(paragraph, address, size=SMALL)])
    return paragraph


def _number(paragraph: Any, sources: Sequence[int]) -> None:
    """The numbers of sources, raised."""
    if sources:
        _run(paragraph, numbered(sources), color=GREY).font.superscript = True


def _run(paragraph: Any, words: str, bold: bool = False, color: str = "", size: float = 0) -> Any:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(printable(words))
    run.bold = bold or None
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
    if size:
        run.font.size = Pt(size)
    return run


def _link(paragraph: Any, url: str, words: Sequence[Any]) -> None:
    """Let the last words of a paragraph open an address; python-docx reads such links and does not write them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for run in words:
        link.append(run._element)
    paragraph._element.append(link)


def _undated(written: bytes) -> bytes:
    """The same file with fixed dates inside, so that the same note has the same ETag."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as made, zipfile.ZipFile(buffer, "w") as kept:
        for member in made.namelist():
            kept.writestr(zipfile.ZipInfo(member, FIXED_TIME), made.read(member), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
