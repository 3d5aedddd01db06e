"""Works out what a new baseline holds: what is gone goes, what is new is refused unless it is accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.baseline.apply import stale
from lint.baseline.file import Entry
from lint.types.review import Finding
from lint.types.shown import shortened

QUOTED = 200  # code points of a quote or message that the baseline shows; the fingerprint knows the rest


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of one document's entries."""

    name: str
    entries: tuple[Entry, ...]  # what the baseline will hold
    removed: tuple[Entry, ...] = ()  # no longer found
    added: tuple[Finding, ...] = ()  # taken in
    refused: tuple[Finding, ...] = ()  # new, and not accepted


def plan(
    name: str, old: Sequence[Entry], findings: Iterable[Finding], *, accept: bool, known: Iterable[str], moved: Iterable[Entry] = ()
) -> Plan:
    """The plan for a document with its open findings.

    Findings of rules that are not `known` are of an upgrade, those that the document had under another name (`moved`) are not new:
    both are always taken in.
    """
    open_now = [found for found in findings if found.disposition == "open"]
    gone = stale(old, open_now)
    missing = {entry.fingerprint: entry.count for entry in gone}
    kept = [replace(entry, count=entry.count - missing.get(entry.fingerprint, 0)) for entry in old]
    new, rules = list(_new(old, open_now)), frozenset(known)
    elsewhere = Counter({_alike(entry): entry.count for entry in moved})
    added = [found for found in new if accept or found.rule not in rules or _take(elsewhere, _alike(_entry(found)))]
    return Plan(
        name,
        entries=_merged([*(entry for entry in kept if entry.count), *map(_entry, added)]),
        removed=gone,
        added=tuple(added),
        refused=tuple(found for found in new if found not in added),
    )


def renamed(findings: Sequence[Finding], gone: Mapping[str, Sequence[Entry]]) -> str:
    """The document among those that are gone which has become one with these findings, or "": most of its entries are found here."""
    here = Counter(_alike(_entry(found)) for found in findings)
    for name, entries in gone.items():
        same = sum(min(entry.count, here[_alike(entry)]) for entry in entries)
        quoted = [entry for entry in entries if entry.quote]
        if 2 * same > sum(entry.count for entry in entries) and (not quoted or any(here[_alike(entry)] for entry in quoted)):
            return name
    return ""


def _alike(entry: Entry) -> tuple[str, str, str, str]:
    """What an entry has in common with the same finding in a document of another name."""
    return (entry.part, entry.rule, entry.quote, entry.message)


def _take(left: Counter[tuple[str, str, str, str]], key: tuple[str, str, str, str]) -> bool:
    left[key] -= 1
    return left[key] >= 0


def _new(old: Iterable[Entry], findings: Iterable[Finding]) -> Iterator[Finding]:
    left = Counter({entry.fingerprint: entry.count for entry in old})
    for found in findings:
        if left[found.fingerprint] > 0:
            left[found.fingerprint] -= 1
        else:
            yield found


def _entry(found: Finding) -> Entry:
    quote = shortened(found.place.quote, QUOTED) if found.place else ""
    return Entry(found.part, found.rule, quote, found.fingerprint, found.name, shortened(found.message, QUOTED))


def _merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry for each fingerprint, with the sum of their counts."""
    merged: dict[str, Entry] = {}
    for entry in entries:
        before = merged.get(entry.fingerprint)
        merged[entry.fingerprint] = replace(before, count=before.count + entry.count) if before else entry
    return tuple(sorted(merged.values()))
