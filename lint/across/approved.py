"""Pages that differ from an approved text: its sentences in other words, or one of them left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from lint.across.index import LEAST, At, Index, Pages
from lint.across.keys import line_key
from lint.across.near import Near
from lint.repeats.difference import regions
from lint.types.digest import Digest, DigestSentence
from lint.types.text import Place

_HALF = 0.5  # share of an approved paragraph's words that a page must have for the rest to be missed


@dataclass(frozen=True, slots=True)
class Deviation:
    """A sentence that stands on pages in other words than approved, or the last one before or after which one is left out."""

    here: tuple[At, ...]
    name: str  # of the approved text
    approved: Place
    difference: str
    severity: str  # "" for the rule's own


def deviating(nears: Iterable[Near], standard: frozenset[int]) -> dict[int, Near]:
    """The sentences that are near an approved one without being one, each with the nearest."""
    found: dict[int, Near] = {}
    for near in nears:
        keys = {near.one, near.other}
        if len(keys & standard) == 1:
            (key,) = keys - standard
            if key not in found or near.share > found[key].share:
                found[key] = near
    return found


def deviations(index: Index, deviants: Mapping[int, Near]) -> Iterator[Deviation]:
    """Where pages differ from the approved texts."""
    homes = homes_of(index.standards)
    for key, near in sorted(deviants.items()):
        yield reworded(index, key, near, homes)
    yield from lacking(index, deviants)


def homes_of(standards: Sequence[Digest]) -> dict[int, tuple[Digest, int]]:
    """Where each approved sentence stands first."""
    return {line_key(sentence.line): (digest, number) for digest in reversed(standards) for number, sentence in enumerate(digest.sentences)}


def reworded(index: Pages, key: int, near: Near, homes: Mapping[int, tuple[Digest, int]]) -> Deviation:
    """A sentence of pages that is near an approved one."""
    there, here = (near.line, near.otherline) if near.other == key else (near.otherline, near.line)
    digest, number = homes[line_key(there)]
    severity = "error" if near.dangers else ""
    told = _told(there.split(), here.split())
    return Deviation(tuple(index.places(key)), _name(digest), digest.place(number, number), told, severity)


def lacking(index: Pages, deviants: Mapping[int, Near]) -> Iterator[Deviation]:
    """The pages that have most of an approved paragraph, but not all of its sentences in any wording."""
    for digest in index.standards:
        for _, block in groupby(range(len(digest.sentences)), key=lambda number: digest.sentences[number].block):
            numbers = [number for number in block if _compared(digest.sentences[number])]
            if len(numbers) > 1:
                yield from _lacking(index, digest, numbers, deviants)


def _compared(sentence: DigestSentence) -> bool:
    return sentence.kind != "heading" and sentence.line.count(" ") + 1 >= LEAST


def _lacking(index: Pages, digest: Digest, block: list[int], deviants: Mapping[int, Near]) -> Iterator[Deviation]:
    near_keys: dict[int, list[int]] = {}
    for key, near in deviants.items():
        near_keys.setdefault(near.one if near.other == key else near.other, []).append(key)
    at: dict[int, dict[int, At]] = {}
    for number in block:
        own = line_key(digest.sentences[number].line)
        for key in (own, *near_keys.get(own, ())):
            for place in index.places(key):
                at.setdefault(place.page, {})[number] = place
    words = {number: digest.sentences[number].line.count(" ") + 1 for number in block}
    for _, found in sorted(at.items()):
        if len(found) < len(block) and sum(words[number] for number in found) >= _HALF * sum(words.values()):
            missing = next(number for number in block if number not in found)
            before = max((number for number in found if number < missing), default=min(found))
            told = f"‘{digest.sentences[missing].quote}’ is left out"
            yield Deviation((found[before],), _name(digest), digest.place(missing, missing), told, "")


def _name(digest: Digest) -> str:
    return " ".join(PurePosixPath(digest.path).stem.replace("_", "-").split("-"))


def _told(there: list[str], here: list[str]) -> str:
    """The words that differ, as a reader of the page meets them."""
    parts = []
    for region in regions(there, here):
        approved, own = " ".join(there[slice(*region.there)]), " ".join(here[slice(*region.here)])
        parts.append(f"‘{own}’ instead of ‘{approved}’" if own and approved else f"‘{own}’" if own else f"‘{approved}’ is left out")
    return ", ".join(parts).replace("@drug", "the medicine’s name")
