"""One sentence where it stands: what its main clause and the others are about, once it is known what "it" and "they" stand for."""

from __future__ import annotations

from collections.abc import Iterable

from lint.language.clause import STRONG, Reading
from lint.language.cues import Cue


class Standing:
    """A sentence's reading in its place."""

    __slots__ = ("known", "plural", "reading", "thing")

    def __init__(self, reading: Reading, thing: str, plural: str) -> None:
        self.reading, self.thing, self.plural = reading, thing, plural  # the last two: what "it" and "they" stand for
        self.known = False  # whether the sentence names its subject; only after `subject`

    def subject(self, inherited: str, *, in_list: bool) -> str:
        """The subject of the main clause; `inherited` when it has none of its own."""
        labels = [cue for cue in self.reading.found if cue.last <= self.reading.label and cue.label != "skip"]
        label = self._resolved(labels[0]) if labels else ""
        found = self._own(label or inherited, in_list=in_list)
        return label if label and found == "other" and not self.known else found

    def _own(self, inherited: str, *, in_list: bool) -> str:
        reading, line, start = self.reading, self.reading.line, self.reading.start
        if reading.imperative(start):
            self.known = True
            return "reader"
        verb = reading.verb(start)
        named = [cue for cue in reading.found if cue.first >= start and cue.label != "skip"]
        before = [cue for cue in named if cue.first < verb]
        elliptic = verb == start or line[start] in reading.cues.finite or (start == 0 and line[0].endswith("ing") and not before)
        if (in_list and verb == len(line)) or (elliptic and not (before and before[0].first == start)):
            return inherited
        if before:
            self.known = True
            fronted = start == 0 and verb < len(line) and reading.fronted()
            return self._resolved(before[-1 if fronted else 0])
        if start < verb < len(line) and reading.expletive(start) is None:
            self.known = True
            return "other"
        self.known = bool(named)
        return self._resolved(named[0]) if named else inherited if in_list else "other"

    def clauses(self, subject: str) -> Iterable[tuple[str, int, int]]:
        """(subject, first, last) of the clauses about something else than the sentence."""
        starts = [(0, subject), *self._clause_starts()]
        starts += [(at + 1, subject) for at, form in enumerate(self.reading.line) if form in STRONG]
        if len(starts) == 1:
            return
        owners = dict(sorted(starts, key=lambda pair: (pair[0], pair[1] == subject), reverse=True))
        edges = sorted(owners)
        for first, last in zip(edges, [*edges[1:], len(self.reading.line)], strict=True):
            if owners[first] != subject and last > first:
                yield owners[first], first, last

    def _clause_starts(self) -> Iterable[tuple[int, str]]:
        reading = self.reading
        for cue in reading.found:
            first = reading.left(cue)
            opened = first > 0 and reading.line[first - 1] in reading.cues.openers
            if opened and cue.label != "skip" and reading.governs(cue):
                yield first, self._resolved(cue)

    def _resolved(self, cue: Cue) -> str:
        """The candidate's kind; a pronoun's is that of the nearest thing before it that is no person."""
        if cue.label not in ("pronoun", "plural"):
            return cue.label
        earlier = [other.label for other in self.reading.found if other.last <= cue.first and other.label in ("drug", "disease", "other")]
        if (earlier and self.reading.line[0] != "by" and not self.reading.line[0].endswith("ing")) or "drug" in earlier:
            return "drug" if "drug" in earlier else earlier[-1]
        return self.thing if cue.label == "pronoun" else self.plural
