"""What the step across documents needs of one document: its sentences as they are compared, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lint.types.quick import Quick
from lint.types.text import EXCERPT, Place


class DigestSentence(NamedTuple):
    """A sentence of a document. A tuple: there are many, and they travel between processes."""

    line: str  # its words between single spaces, without punctuation; the document's own medicines read @drug
    kind: str  # of its block: heading | paragraph | list-item | cell
    block: int
    required: bool  # whether texts on medicines rightly share it
    quote: str
    start: int  # here and below: as in a Place
    end: int
    at_line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Digest(Quick):
    """A document as other documents are compared with it; about the size of its text."""

    path: str
    part: str
    name: str  # as in fingerprints: the path below the project's folder
    kind: str  # leaflet | article | blurb
    title: str  # of the front matter, else the first heading
    drugs: tuple[str, ...]  # ids of the medicines it is about
    sentences: tuple[DigestSentence, ...]

    def place(self, first: int, last: int) -> Place:
        """Where sentences [first, last] stand; the excerpt is the beginning of the quote, as the source is no longer at hand."""
        one, other = self.sentences[first], self.sentences[last]
        quote = " ".join(sentence.quote for sentence in self.sentences[first : last + 1])
        excerpt = quote.splitlines()[0][:EXCERPT] if quote else ""
        return Place(
            self.path,
            self.part,
            one.start,
            other.end,
            one.at_line,
            one.column,
            other.end_line,
            other.end_column,
            quote,
            excerpt,
            one.column,
        )
