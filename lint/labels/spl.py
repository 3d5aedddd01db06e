"""Reads FDA Structured Product Labeling (SPL), the XML of DailyMed: as it streams by, so that its size stays harmless.

Nothing outside the file is ever opened, and a document type (the door of entity bombs) is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from lint.errors import LeaflintError
from lint.labels.sections import BY_CODE, OPEN, by_heading
from lint.types.label import Passage

_OTC = "34390-5"  # LOINC: human OTC drug label
_MOST_DEPTH = 200  # elements inside each other; real labels stay below 40
_BLOCKS = frozenset("paragraph item caption footnote text list table thead tbody tfoot highlight excerpt section title".split())
_SPACED = frozenset(["br", "td", "th", "paragraph", "item", "list"])


@dataclass(slots=True)
class Spl:
    """What an SPL file says."""

    title: str = ""
    set_id: str = ""
    version: str = ""
    date: str = ""
    otc: bool = False  # the label of a medicine that needs no prescription
    brands: list[str] = field(default_factory=list)
    generics: list[str] = field(default_factory=list)
    moieties: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    key: str
    title: str = ""
    own: bool = False  # whether code or title told the key, not the section around it
    count: int = 0


class _Stop(Exception):
    """Raised inside a handler, with what is wrong."""


def parse_spl(data: bytes, path: str) -> Spl:
    """The label in an SPL file. Raises LeaflintError with line and column for anything that is no whole SPL document."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = lambda name, attributes: reader.start(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise LeaflintError(f"{path}:{error.lineno}:{error.offset + 1}: not whole XML: {reason}: download the label again") from None
    except _Stop as stop:
        raise LeaflintError(f"{path}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}: {stop}") from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        raise LeaflintError(f"{path}: cannot be decoded: {error}") from None
    if not reader.spl.passages:
        raise LeaflintError(f"{path}: no section with text in it: is this the label's own XML?")
    return reader.spl


class _Reader:
    """Takes the parser's events; the text of each block becomes a passage of the section around it."""

    def __init__(self) -> None:
        self.spl = Spl()
        self.open: list[str] = []  # names of the elements around, without namespace
        self.sections: list[_Section] = []
        self.buffer: list[str] = []
        self.line = 0
        self.rows = 0  # table rows around
        self.product = 0  # product data around: its text is kept, as one passage
        self.title: list[str] | None = None  # of the document or a section, while inside it
        self.names: list[list[str]] = []  # of the name elements around
        self.active = False  # inside an active ingredient

    def doctype(self, *_: object) -> None:
        raise _Stop("has a document type declaration, which SPL does not use: refused, it could name other files")

    def start(self, qualified: str, attributes: dict[str, str], line: int) -> None:
        name = qualified.rpartition("|")[2]
        parent = self.open[-1] if self.open else ""
        if not parent and name != "document":
            raise _Stop(f"the XML is a <{name}>, not an SPL <document>")
        self.open.append(name)
        if len(self.open) > _MOST_DEPTH:
            raise _Stop(f"more than {_MOST_DEPTH} elements inside each other: refused")
        if name == "subject":
            self.flush()
            self.product += 1
        elif name in _BLOCKS and not self.rows and not self.product:
            self.flush()
        if name == "tr":
            self.flush()
            self.rows += 1
        elif name in _SPACED and (self.rows or name == "br"):
            self.characters(" ")
        if not self.buffer:
            self.line = line
        if name == "section":
            self.sections.append(_Section(self.sections[-1].key if self.sections else "other"))
        elif name == "title" and parent in ("document", "section"):
            self.title = []
        elif name in ("name", "suffix"):
            self.characters(" ")
            if name == "suffix" and self.names:  # the brand without its suffix is a name too
                self._named(" ".join("".join(self.names[-1]).split()), self.open[-3])
            self.names.append([])
        self._attributes(name, parent, attributes)

    def _attributes(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if name == "code" and parent == "section" and attributes.get("code") in BY_CODE:
            self.sections[-1].key, self.sections[-1].own = BY_CODE[attributes["code"]], True
        elif parent == "document" and name == "code":
            self.spl.otc = attributes.get("code") == _OTC
        elif parent == "document" and name == "effectiveTime":
            self.spl.date = attributes.get("value", "")
        elif parent == "document" and name == "setId":
            self.spl.set_id = attributes.get("root", "")
        elif parent == "document" and name == "versionNumber":
            self.spl.version = attributes.get("value", "")
        elif name == "routeCode":
            _add(self.spl.routes, attributes.get("displayName", "").lower())
        elif name in ("ingredient", "activeIngredient"):
            self.active = name == "activeIngredient" or attributes.get("classCode", "").startswith("ACTI")

    def characters(self, text: str) -> None:
        """Text of the element that is open."""
        for into in (*self.names, *([self.title] if self.title is not None else ())):
            into.append(text)
        if self.sections and self.title is None:
            self.buffer.append(text)

    def end(self, qualified: str) -> None:
        """Closes an element."""
        name = self.open.pop()
        parent = self.open[-1] if self.open else ""
        if name == "title" and self.title is not None:
            self._titled("".join(self.title), parent)
            self.title = None
        elif name in ("name", "suffix") and self.names:
            text = " ".join("".join(self.names.pop()).split())
            if name == "name":
                self._named(text, parent)
        elif name == "tr":
            self.rows -= 1
            if not self.rows:
                self.flush()
        elif name == "subject":
            self.flush()
            self.product -= 1
        elif name == "section":
            self.flush()
            section = self.sections[-1]
            if section.title and not section.count:  # a heading alone is text too
                self._passage(section.title)
            self.sections.pop()
        elif name in _BLOCKS and not self.rows and not self.product:
            self.flush()

    def flush(self) -> None:
        """Makes a passage of what was read since the last one."""
        text = " ".join("".join(self.buffer).split())
        self.buffer = []
        if text and self.sections:
            self._passage(text)

    def _passage(self, text: str) -> None:
        for section in self.sections:
            section.count += 1
        path = tuple(section.title for section in self.sections if section.title)
        self.spl.passages.append(Passage(f"p{len(self.spl.passages) + 1}", self.sections[-1].key, path, text, f"line {self.line}"))

    def _titled(self, title: str, parent: str) -> None:
        flat = " ".join(title.split())
        if parent == "document":
            self.spl.title = flat
        elif self.sections:
            section = self.sections[-1]
            section.title = flat
            if not section.own and section.key in OPEN:
                section.key = by_heading(flat) or section.key

    def _named(self, name: str, parent: str) -> None:
        if parent == "genericMedicine":
            _add(self.spl.generics, name)
        elif parent == "activeMoiety" and self.active:
            _add(self.spl.moieties, name)
        elif parent in ("manufacturedProduct", "manufacturedMedicine") and "subject" in self.open:
            _add(self.spl.brands, name)


def _add(names: list[str], name: str) -> None:
    if name and name not in names:
        names.append(name)
