"""The index of a run's sentences. SQLite keeps it in memory as long as it is small, and spills it to a temporary file beyond that."""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Protocol

from lint.across.keys import line_key
from lint.across.pages import BORDER
from lint.across.runs import sharing
from lint.types.digest import Digest

OWN, REQUIRED, STANDARD = range(3)  # kinds of sentences
LEAST = 4  # words of a sentence that is indexed
_CACHE = 64 * 1024  # KiB that the index may take in memory
_SCHEMA = """
create table pages(id integer primary key, path text, part text, name text, title text, drugs text, body blob);
create table places(key integer, page integer, number integer, words integer);
create table lines(key integer primary key, line text, kind integer) without rowid;
create table pairs(id integer primary key, one integer, other integer);
create table links(one integer, other integer, first integer, second integer, words integer, common integer);
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A document of the run, without its sentences."""

    id: int
    path: str
    part: str
    name: str  # as in fingerprints
    title: str
    drugs: tuple[str, ...]


class At(NamedTuple):
    """Where a sentence stands: a page, and the position of the sentence in it. A tuple: links are made of hundreds of thousands."""

    page: int
    number: int
    words: int


class Pages(Protocol):
    """What is looked up to say what pages have in common, wherever it is kept."""

    @property
    def pages(self) -> Sequence[Page]:
        """By number, in order of path and part."""

    @property
    def standards(self) -> Sequence[Digest]:
        """The approved texts, in order."""

    def digest(self, page: int) -> Digest:
        """The digest of a page."""

    def places(self, key: int) -> list[At]:
        """Where a sentence stands, in order."""


class Index:
    """Digests go in, in any order; places, pairs and links come out, page numbers in order of path and part."""

    def __init__(self, digests: Iterable[Digest], standards: Iterable[Digest] = ()) -> None:
        self._db = sqlite3.connect("")  # a temporary database: in memory until the cache is full
        self._db.executescript(f"pragma cache_size=-{_CACHE}; pragma journal_mode=off; pragma synchronous=off; {_SCHEMA}")
        self.standards = tuple(sorted(standards, key=lambda digest: (digest.path, digest.part)))
        own = {(digest.path, digest.part) for digest in self.standards}
        self._lines((line_key(line), line, STANDARD) for digest in self.standards for _, line, _ in indexed(digest))
        for digest in digests:
            if (digest.path, digest.part) not in own:
                self._add(digest)
        self.pages = self._order()
        self.digest = lru_cache(maxsize=512)(self._digest)
        self.places = lru_cache(maxsize=20_000)(self._places)

    def _add(self, digest: Digest) -> None:
        row = (digest.path, digest.part, digest.name, digest.title, json.dumps(digest.drugs), pickle.dumps(digest))
        page = self._db.execute("insert into pages(path, part, name, title, drugs, body) values (?, ?, ?, ?, ?, ?)", row).lastrowid
        found = [(line_key(line), number, line, required) for number, line, required in indexed(digest)]
        places = ((key, page, number, line.count(" ") + 1) for key, number, line, _ in found)
        self._db.executemany("insert into places values (?, ?, ?, ?)", places)
        self._lines((key, line, REQUIRED if required else OWN) for key, _, line, required in found)

    def _lines(self, rows: Iterable[tuple[int, str, int]]) -> None:
        self._db.executemany("insert into lines values (?, ?, ?) on conflict do update set kind = max(kind, excluded.kind)", rows)

    def _order(self) -> tuple[Page, ...]:
        """Numbers the pages by path and part, so that nothing depends on the order in which they came."""
        rows = self._db.execute("select id, path, part, name, title, drugs from pages order by path, part, id").fetchall()
        self._ids = [row[0] for row in rows]
        self._number = {row[0]: number for number, row in enumerate(rows)}
        self._db.execute("create index by_key on places(key)")
        return tuple(Page(number, row[1], row[2], row[3], row[4], tuple(json.loads(row[5]))) for number, row in enumerate(rows))

    def _digest(self, page: int) -> Digest:
        body = self._db.execute("select body from pages where id = ?", (self._ids[page],)).fetchone()[0]
        found: Digest = pickle.loads(body)  # what this run itself wrote
        return found

    def line(self, key: int) -> str:
        """The words of a sentence."""
        return str(self._db.execute("select line from lines where key = ?", (key,)).fetchone()[0])

    def keys(self, kind: int) -> frozenset[int]:
        """The sentences of a kind: STANDARD for those of the approved texts, REQUIRED for others that pages rightly share."""
        return frozenset(key for (key,) in self._db.execute("select key from lines where kind = ?", (kind,)))

    def _places(self, key: int) -> list[At]:
        rows = self._db.execute("select page, number, words from places where key = ?", (key,))
        return sorted(map(self._at, rows))

    def shared(self, roots: dict[int, int]) -> Iterator[tuple[int, list[At]]]:
        """Sentences that stand in several places, with those; keys with one root count as one sentence."""
        self._db.execute("create table roots(key integer primary key, root integer)")
        self._db.executemany("insert into roots values (?, ?)", roots.items())
        rows = self._db.execute(
            "select coalesce(root, places.key) as topmost, page, number, words from places left join roots using (key) order by topmost"
        )
        for key, group in groupby(rows, key=itemgetter(0)):
            found = [self._at(row[1:]) for row in group]
            if len(found) > 1:
                yield key, sorted(found)

    def words(self, without: frozenset[int]) -> list[int]:
        """The words of each page that are compared; those of the given sentences do not count."""
        counts = [0] * len(self.pages)
        for page, key, words in self._db.execute("select page, key, words from places"):
            if key not in without:
                counts[self._number[page]] += words
        return counts

    def candidates(self, shortest: int) -> Iterator[tuple[int, int, str, str]]:
        """Pairs of sentences that share runs of words, with their words; runs that many share propose nothing."""
        lines = self._db.execute("select key, line from lines order by key")
        pairs = sharing((key, line) for key, line in lines if line.count(" ") + 1 >= shortest)
        self._db.executemany("insert into pairs(one, other) values (?, ?)", pairs)
        yield from self._db.execute(
            "select one, other, a.line, b.line from pairs join lines a on a.key = one join lines b on b.key = other order by id"
        )

    def link(self, rows: Iterable[tuple[At, At, int]]) -> Iterator[tuple[int, int, Sequence[tuple[int, int, int, int]]]]:
        """Links between pages, gathered by pair of pages: for each pair (first, second, words, common) in order."""
        self._db.executemany(
            "insert into links values (?, ?, ?, ?, ?, ?)",
            ((a.page, b.page, a.number, b.number, min(a.words, b.words), common) for a, b, common in rows),
        )
        found = self._db.execute("select * from links order by one, other, first, second")
        for (one, other), group in groupby(found, itemgetter(0, 1)):
            yield one, other, [(first, second, words, common) for _, _, first, second, words, common in group]

    def _at(self, row: Sequence[int]) -> At:
        return At(self._number[row[0]], row[1], row[2])


def positions(digest: Digest) -> list[int]:
    """A number for each sentence, in order; the border of a paragraph takes BORDER numbers."""
    found: list[int] = []
    at, before = 0, None
    for sentence in digest.sentences:
        listed = sentence.kind == "list-item"  # items that follow each other are one paragraph
        border = before is not None and sentence.block != before.block and not (listed and before.kind == "list-item")
        at += BORDER if border else 1
        found.append(at)
        before = sentence
    return found


def indexed(digest: Digest) -> Iterator[tuple[int, str, bool]]:
    """The sentences of a digest that are compared: number, words, whether texts on medicines rightly share it."""
    for number, sentence in zip(positions(digest), digest.sentences, strict=True):
        if sentence.kind != "heading" and sentence.line.count(" ") + 1 >= LEAST:
            yield number, sentence.line, sentence.required
