"""The steps of the comparison that run in Python: rows in, rows out, by the same rules as in one process (`lint/across`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from lint.across.approved import deviating
from lint.across.index import OWN, REQUIRED, indexed
from lint.across.join import join
from lint.across.keys import gram_keys, line_key
from lint.across.near import near
from lint.across.repeated import compared
from lint.cluster.worker import Job
from lint.pipeline.across import apart
from lint.pipeline.packed import packed, unpacked
from lint.repeats.difference import Words
from lint.repeats.pairs import FREQUENT
from lint.types.digest import Digest

Rows = Iterator[tuple[Any, ...]]
Made = Iterator[Sequence[Any]]

# A sentence of a page; a row without a key stands for the page itself and has its medicines.
SENTENCES = "page string, key long, number long, words long, line string, kind long, drugs string"
GRAMS = "gram long, key long"
NEARS = "one long, other long, near binary, danger boolean, loose boolean, deviant long"  # deviant: the one that is not approved
LINKS = "one string, other string, first long, second long, words long, common long, turn long"  # turn: those of edited sentences come last
FOUND = "path string, part string, finding binary"  # a finding with its order among all across documents
COMPARED = "one string, other string, body binary"
_BETWEEN = "\0"  # between path and part in the name of a page: pages sort by path, then part
_COUNTED = 1_000_000  # runs of words that are counted at once


def page_name(path: str, part: str) -> str:
    """How a page is called among rows."""
    return f"{path}{_BETWEEN}{part}"


def words_of(job: Job) -> Words:
    """What the comparison knows of words."""
    return Words(job.reviewer.corrector.drugs.exact, job.reviewer.corrector.vocabulary.spelt)


def joined(job: Job, rows: Rows) -> Made:
    """The findings across the documents whose digests come, by one process."""
    digests = apart((unpacked(data) for (data,) in rows), job.standards)
    for number, found in enumerate(join(digests, job.standards, job.reviewer.rulebook.rule, words_of(job))):
        yield found.path, found.part, packed(((number,), found))


def approved_keys(standards: Iterable[Digest]) -> frozenset[int]:
    """The sentences of the approved texts."""
    return frozenset(line_key(line) for digest in standards for _, line, _ in indexed(digest))


def sentences(job: Job, rows: Rows) -> Made:
    """The pages and sentences of digests; approved texts are compared with, not among the pages."""
    digests: Iterator[Digest] = (unpacked(data) for (data,) in rows)
    own = {(digest.path, digest.part) for digest in job.standards}
    for digest in apart(digests, job.standards):
        if (digest.path, digest.part) in own:
            continue
        page = page_name(digest.path, digest.part)
        yield page, None, None, None, None, None, "\n".join(digest.drugs)
        for number, line, required in indexed(digest):
            yield page, line_key(line), number, line.count(" ") + 1, line, REQUIRED if required else OWN, None


def runs(rows: Rows) -> Made:
    """The runs of words of different sentences (key, line). A run that many have proposes nothing: beyond what shows that, it is dropped
    here, before anything is moved or paired."""
    seen = Counter[int]()
    for key, line in rows:
        for gram in gram_keys(line):
            seen[gram] += 1
            if seen[gram] <= FREQUENT + 1:
                yield gram, key
        if len(seen) > _COUNTED:
            seen.clear()


def nears(job: Job, rows: Rows) -> Made:
    """The candidates (one, other, line, otherline) that are near each other."""
    approved = approved_keys(job.standards)
    for found in near(rows, words_of(job)):
        deviant = next(iter(deviating((found,), approved)), None) if found.likeness else None
        yield found.one, found.other, packed(found), bool(found.dangers), found.likeness is None, deviant


def neighbours(rows: Rows) -> Made:
    """Places (root, page, number, words, common) that follow each other, linked. They come sorted; the first and the last are given as
    well, marked as border, since they may go with those of the parts before and after."""
    before: tuple[Any, ...] | None = None
    for place in rows:
        if before is None:
            yield _border(place, 1)
        elif before[0] == place[0]:
            yield linked(before, place)
        before = place
    if before is not None:
        yield _border(before, 2)


def linked(one: Sequence[Any], other: Sequence[Any]) -> Sequence[Any]:
    """The link of two places of one sentence."""
    return one[1], other[1], one[2], other[2], min(one[3], other[3]), one[4], 0


def _border(place: Sequence[Any], which: int) -> Sequence[Any]:
    root, page, number, words, common = place
    return page, None, number, root, words, common, which


def between(borders: Sequence[Sequence[Any]]) -> Made:
    """The links across the borders of parts, from what `neighbours` marked."""
    places = sorted((row[3], row[0], row[6], row[2], row[4], row[5]) for row in borders)
    for one, other in pairwise(places):
        if one[0] == other[0] and one[2] == 2 and other[2] == 1:
            yield linked((one[0], one[1], one[3], one[4], one[5]), (other[0], other[1], other[3], other[4], other[5]))


def comparisons(rows: Rows) -> Made:
    """Pairs of pages (one, other, links, words, others) that have something in common."""
    for one, other, links, words, others in rows:
        ordered = sorted((link["first"], link["second"], link["turn"], link["words"], link["common"]) for link in links)
        found = compared((0, 1), [(first, second, count, common) for first, second, _, count, common in ordered], words, others)
        if not found.nothing:
            yield one, other, packed(found)
