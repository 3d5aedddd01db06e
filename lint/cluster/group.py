"""The decisions about pages that have to do with each other: they come together here, and the rules of `lint/across` decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from lint.across.approved import deviating, homes_of, lacking, reworded
from lint.across.dangers import Danger, judged
from lint.across.index import At, Page
from lint.across.near import Near
from lint.across.repeated import Compared, Copies, grouped
from lint.across.wording import of_copies, of_danger, of_deviation, of_leftover
from lint.cluster.steps import Made, Rows, approved_keys, words_of
from lint.cluster.worker import Job
from lint.pipeline.packed import packed, unpacked
from lint.types.digest import Digest
from lint.types.review import Finding

# A group is known by its kind and name; its rows are the digests of its pages, what it is about, and places of sentences in them.
GROUPS = "kind string, name string, step long, page string, other string, key long, number long, words long, body binary"
COPIES, DANGER, REWORDED, LACKING = "copies", "danger", "reworded", "lacking"
DIGEST, ABOUT, PLACE = range(3)  # steps
About = tuple[str, str, bytes]  # page and other of its row, what it says
Order = tuple[Any, ...]  # of a finding among all across documents


class Group:
    """The pages of a group, as `lint/across` looks them up. Digests stay packed until they are asked for."""

    def __init__(self, job: Job, digests: Mapping[str, bytes], places: Sequence[tuple[str, int, int, int]]) -> None:
        self.standards = job.standards
        self.numbers = {name: number for number, name in enumerate(sorted(digests))}
        self._packed = [digests[name] for name in self.numbers]
        self.digest = lru_cache(maxsize=512)(self._digest)
        self.pages = [_page(number, self._digest(number)) for number in range(len(self._packed))]
        self._places: dict[int, set[At]] = {}
        for page, key, number, words in places:
            self._places.setdefault(key, set()).add(At(self.numbers[page], number, words))

    def _digest(self, page: int) -> Digest:
        found: Digest = unpacked(self._packed[page])
        return found

    def places(self, key: int) -> list[At]:
        """Where a sentence stands, in order."""
        return sorted(self._places.get(key, ()), key=lambda at: (at.page, at.number))

    def name(self, page: int) -> tuple[str, str]:
        """By which pages sort, whatever group they are in."""
        return self.pages[page].path, self.pages[page].part


def _page(number: int, digest: Digest) -> Page:
    return Page(number, digest.path, digest.part, digest.name, digest.title, digest.drugs)


def decisions(job: Job, rows: Rows) -> Made:
    """The findings of groups, each with its order among all. Rows of GROUPS come sorted."""
    for (kind, _), group in groupby(rows, key=itemgetter(0, 1)):
        digests: dict[str, bytes] = {}
        about: list[About] = []
        places: list[tuple[str, int, int, int]] = []
        for _, _, step, page, other, key, number, words, body in group:
            if step == DIGEST:
                digests[page] = body
            elif step == ABOUT:
                about.append((page, other, body))
            else:
                places.append((page, key, number, words))
        for order, found in _DECIDE[kind](job, Group(job, digests, places), about):
            yield found.path, found.part, packed((order, found))


def _copies(job: Job, group: Group, about: Sequence[About]) -> Iterator[tuple[Order, Finding]]:
    found = (_numbered(unpacked(body), group.numbers[one], group.numbers[other]) for one, other, body in sorted(about))
    for copies in grouped(found):
        yield _order(group, copies), of_copies(group, copies, job.reviewer.rulebook.rule)


def _numbered(found: Compared, one: int, other: int) -> Compared:
    """A comparison of pages 0 and 1 with the numbers they have in the group."""

    def node(at: tuple[int, int, int]) -> tuple[int, int, int]:
        return ((one, other)[at[0]], at[1], at[2])

    edges = tuple((node(first), node(second)) for first, second in found.edges)
    return Compared((one, other), found.whole, edges, frozenset(map(node, found.lone)))


def _order(group: Group, found: Copies) -> Order:
    """Whole pages first, then passages, the longest first."""
    longest = max(last - first + 1 for _, first, last in found.places)
    return (2 if found.whole else 3, -longest, tuple((group.name(page), first, last) for page, first, last in found.places))


def _danger(job: Job, group: Group, about: Sequence[About]) -> Iterator[tuple[Order, Finding]]:
    ((_, varied, body),) = about
    near: Near = unpacked(body)
    rules = job.reviewer.rulebook.rule
    for number, found in enumerate(judged(group, near, words_of(job), varied=varied == "varied")):
        finding = of_danger(group, found, rules) if isinstance(found, Danger) else of_leftover(group, found, rules)
        yield (1, near.one, near.other, number), finding


def _deviants(job: Job, about: Sequence[About]) -> dict[int, Near]:
    nears: list[Near] = sorted((unpacked(body) for _, _, body in about), key=lambda near: (near.one, near.other))
    return deviating(nears, approved_keys(job.standards))


def _reworded(job: Job, group: Group, about: Sequence[About]) -> Iterator[tuple[Order, Finding]]:
    for key, near in _deviants(job, about).items():
        found = reworded(group, key, near, homes_of(job.standards))
        yield (0, 0, key), of_deviation(group, found, job.reviewer.rulebook.rule)


def _lacking(job: Job, group: Group, about: Sequence[About]) -> Iterator[tuple[Order, Finding]]:
    for number, found in enumerate(lacking(group, _deviants(job, about))):
        yield (0, 1, number), of_deviation(group, found, job.reviewer.rulebook.rule)


Decide = Callable[[Job, Group, Sequence[About]], Iterator[tuple[Order, Finding]]]
_DECIDE: Mapping[str, Decide] = {COPIES: _copies, DANGER: _danger, REWORDED: _reworded, LACKING: _lacking}
