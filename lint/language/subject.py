"""Who or what a sentence is about: the drug, a professional, the disease or body, the reader, or something else.

There is no tagger: the first word of a known kind before the main verb decides, past what is said first (a fronted
phrase, "studies show that"); pronouns take up the thing spoken of before. The words are in rules/language/subjects.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lint.language.cues import Cue, Cues
from lint.types.text import Scope, Sentence

SUBJECT = "subject:"  # the kind of a Scope over a clause that is about someone else than its sentence
_PERSONS = frozenset(["professional", "reader"])
_MARKS = frozenset([",", ";", ":", "—", "–", "-", "(", "...", "…", "•", '"'])
_STRONG = frozenset([";", ":", "—", "–", "(", ")", "•", "…", "..."])
_ENDS = frozenset([",", ".", ")", "(", ";", ":", "?", "!", '"', "/"])
_AFTER_NOUNS = frozenset("of is are was were has have can may will should must 's :".split())
_ASKING = frozenset("what how why who which".split())
_SKIPPED_AT_START = frozenset("please so and but then also kindly • - – — * \" ' ( ) . : ! no, ok".split())


@dataclass(frozen=True)
class SubjectCues:
    """The word lists, ready to find."""

    candidates: Cues
    frames: Cues
    fronting: Cues
    imperatives: frozenset[str]
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    openers: frozenset[str]
    modifiers: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, Mapping[str, Iterable[str]]]) -> SubjectCues:
        """From the file's lists."""
        cues = {name: Cues(labelled) for name, labelled in lists.items()}
        words = {name: cues[name].first_words if name in cues else frozenset() for name in lists}
        return cls(
            cues["candidates"], cues["frames"], cues["fronting"], words["imperatives"], words["verbs"],
            words["not-verbs"] | _ENDS, words["openers"] | _MARKS, words["modifiers"],
        )  # fmt: skip


@dataclass(slots=True)
class Subjects:
    """Follows one document sentence by sentence, to know what "it" and unfinished clauses take up."""

    cues: SubjectCues
    thing: str  # what "it" stands for: drug, disease or other
    plural: str  # what "they" stands for
    last: str = "other"  # the subject of the sentence before
    stem: str = ""  # the subject of the stem that a list belongs to

    def of(self, forms: Sequence[str], *, item: bool) -> tuple[str, tuple[Scope, ...]]:
        """The subject of the next sentence and scopes over the clauses about something else; forms may be ""."""
        kept = [number for number, form in enumerate(forms) if form]
        line = [forms[number] for number in kept]
        if not line:
            return "other", ()
        if not item:
            self.stem = ""
        reading = _Reading(line, self.cues, self)
        subject = reading.subject(self.stem if item and self.stem else self.last)
        scopes = tuple(
            Scope(SUBJECT + label, kept[first], kept[last - 1] + 1) for label, first, last in reading.clauses(subject)
        )  # fmt: skip
        self._follow(subject, reading, stem=line[-1] == ":", item=item)
        return subject, scopes

    def _follow(self, subject: str, reading: _Reading, *, stem: bool, item: bool) -> None:
        things = [cue.label for cue in reading.found if cue.label in ("drug", "disease")]
        if subject in ("drug", "disease"):
            self.thing = subject
        elif subject == "other":
            self.thing = things[-1] if things else "other" if reading.known else self.thing
        elif things:
            self.thing = things[-1]
        self.plural = self.last = subject
        if stem and not item:
            self.stem = subject


def subject_at(sentence: Sentence, word: int) -> str:
    """Who or what the clause around a word is about."""
    for scope in sentence.scopes:
        if scope.kind.startswith(SUBJECT) and scope.first <= word < scope.last:
            return scope.kind[len(SUBJECT) :]
    return sentence.subject


class _Reading:
    """One sentence's candidates and clauses."""

    def __init__(self, line: Sequence[str], cues: SubjectCues, before: Subjects) -> None:
        self.line, self.cues, self.before = line, cues, before
        self.found = cues.candidates.find(line)
        self.start = self._main_start()
        self.known = False  # whether the sentence names its subject

    def subject(self, inherited: str) -> str:
        """The subject of the main clause; `inherited` when it has none of its own."""
        line, start = self.line, self.start
        if self._imperative(start):
            self.known = True
            return "reader"
        verb = self._verb(start)
        candidates = [cue for cue in self.found if cue.first >= start and cue.label != "skip"]
        before = [cue for cue in candidates if cue.first < verb]
        if before:
            self.known = True
            fronted = start == 0 and self._fronted() and verb < len(line)
            return self._resolved(before[-1 if fronted else 0])
        if verb > start and verb < len(line) and self._expletive(start) is None:
            self.known = True
            return "other"
        if verb == start or (line[start : start + 1] and line[start].endswith(("s", "ing")) and candidates[:1] != []):
            return inherited if start == 0 else self.before.last
        if candidates:
            self.known = True
            return self._resolved(candidates[0])
        return inherited if self.before.stem else "other"

    def clauses(self, subject: str) -> Iterable[tuple[str, int, int]]:
        """(subject, first, last) of the clauses about something else than the sentence."""
        starts = [(0, subject), *self._clause_starts()]
        starts += [(at + 1, subject) for at, form in enumerate(self.line) if form in _STRONG]
        owners = dict(sorted(starts, key=lambda pair: (pair[0], pair[1] == subject), reverse=True))
        edges = sorted(owners)
        for first, last in zip(edges, [*edges[1:], len(self.line)], strict=True):
            if owners[first] != subject and last > first:
                yield owners[first], first, last

    def _clause_starts(self) -> Iterable[tuple[int, str]]:
        for cue in self.found:
            first = self._left(cue)
            opened = first > 0 and self.line[first - 1] in self.cues.openers
            if opened and cue.label != "skip" and self._governs(cue):
                yield first, self._resolved(cue)

    def _left(self, cue: Cue) -> int:
        """Where a candidate begins with the words that belong to it."""
        first = cue.first
        while first > 0 and cue.first - first < 4 and self.line[first - 1] in self.cues.modifiers:
            first -= 1
        return first

    def _governs(self, cue: Cue) -> bool:
        """Whether what follows a candidate may be its verb."""
        if cue.label == "pronoun" and cue.last - cue.first > 1:
            return True
        return cue.last < len(self.line) and self.line[cue.last] not in self.cues.not_verbs

    def _imperative(self, at: int) -> bool:
        """Whether a sentence that begins at a form tells the reader to do something; "use of" and "rest is" do not."""
        after = self.line[at + 1] if at + 1 < len(self.line) else ""
        noun = after in _AFTER_NOUNS or (after == "with" and self.line[at] in ("contact", "experience"))
        return self.line[at] in self.cues.imperatives and not noun and all(cue.first != at for cue in self.found)

    def _expletive(self, start: int) -> Cue | None:
        return next((cue for cue in self.found if cue.label == "skip" and cue.first >= start), None)

    def _verb(self, start: int) -> int:
        """The first finite verb after what says nothing of the subject."""
        skip = self._expletive(start)
        at = skip.last if skip is not None and skip.first <= start + 2 else start
        inside = {n for cue in self.found for n in range(cue.first, cue.last)}
        for number in range(at, len(self.line)):
            if self.line[number] in self.cues.verbs and number not in inside:
                return number
        return len(self.line)

    def _fronted(self) -> bool:
        first = self.line[0]
        return self.cues.fronting.at(self.line, 0) is not None or first.endswith(("ing", "ed", "ly"))

    def _main_start(self) -> int:
        line = self.line
        start = 0
        while start < len(line) - 1 and (line[start] in _SKIPPED_AT_START or line[start].isdigit()):
            start += 1
        if line[start] in _ASKING or (line[start] in self.cues.verbs and "?" in line):
            start = min(start + (line[start] in _ASKING), len(line) - 1)
            return min(start + (line[start] in self.cues.verbs), len(line) - 1)
        commas = [number for number, form in enumerate(line) if form == "," and number < len(line) - 1]
        if start == 0 and commas and self._fronted():
            start = self._after_comma(commas)
        frame = next((cue for cue in self.cues.frames.find(line) if cue.first < start + 9), None)
        return frame.last if frame is not None and start <= frame.first and frame.last < len(line) else start

    def _after_comma(self, commas: Sequence[int]) -> int:
        """The beginning of the main clause: after the first comma that a subject and its verb follow."""
        for comma in commas:
            after = comma + 1
            near = [cue for cue in self.found if after <= cue.first < after + 6]
            if self._imperative(after) or (near and (near[0].label == "skip" or self._governs(near[0]))):
                return after
        return (commas[0] if len(commas) == 1 else commas[-1]) + 1

    def _resolved(self, cue: Cue) -> str:
        """The candidate's kind; a pronoun's is that of the nearest thing before it that is no person."""
        if cue.label not in ("pronoun", "plural"):
            return cue.label
        earlier = [other.label for other in self.found if other.last <= cue.first and other.label in ("drug", "disease", "other")]
        if (earlier and self.line[0] != "by" and not self.line[0].endswith("ing")) or "drug" in earlier:
            return "drug" if "drug" in earlier else earlier[-1]
        return self.before.thing if cue.label == "pronoun" else self.before.plural
