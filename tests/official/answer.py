"""What was asked and what is answered."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

# Every member carries the same date, so that equal data make equal bytes.
ZIP_DATE = (2026, 11, 4, 8, 30, 0)


@dataclass(frozen=True)
class Request:
    """One request as it arrived; `path` holds the query too."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def place(self) -> str:
        """The path without its query."""
        return urlsplit(self.path).path

    @property
    def query(self) -> dict[str, list[str]]:
        """The parameters, each with all its values, empty ones included."""
        return parse_qs(urlsplit(self.path).query, keep_blank_values=True)


@dataclass(frozen=True)
class Answer:
    """A complete answer before it meets the wire."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """A strong validator made of the bytes themselves."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


def as_json(content: object, status: int = 200) -> Answer:
    """Compact JSON, accents as they are."""
    return Answer(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), status)


def page(title: str, status: int = 200) -> Answer:
    """An HTML page such as agencies show to people."""
    text = f"<!DOCTYPE html>\n<html lang='en'><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return Answer(text.encode(), status, "text/html; charset=utf-8")


def zipped(members: dict[str, bytes]) -> Answer:
    """A zip of the members, byte-identical for equal content."""
    return Answer(zip_bytes(members), kind="application/x-zip-compressed")


def zip_bytes(members: dict[str, bytes]) -> bytes:
    """The zip itself; an xlsx is one too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()
