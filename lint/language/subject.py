"""Who or what a sentence is about: the drug, a professional, the disease or body, the reader, or something else.

There is no tagger: the first word of a known kind before the main verb decides, past what is said first (a fronted
phrase, "studies show that"); pronouns take up the thing spoken of before. The words are in rules/language/subjects.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lint.language.clause import Reading, SubjectCues
from lint.language.standing import Standing
from lint.types.text import SHARED, Scope, Sentence

SUBJECT = "subject:"  # the kind of a Scope over a clause that is about someone else than its sentence
Told = tuple[str, tuple[Scope, ...], str]  # a sentence's subject, its clauses about something else, and what "it" is after it


class Spoken:
    """A sentence of certain forms, and what it was found to be about wherever it stood so far."""

    __slots__ = ("numbers", "reading", "told")

    def __init__(self, forms: Sequence[str], cues: SubjectCues) -> None:
        self.numbers = tuple(number for number, form in enumerate(forms) if form)
        self.reading = Reading(tuple(forms[number] for number in self.numbers), cues) if self.numbers else None
        self.told: dict[
            tuple[str, str, str, bool, str], Told
        ] = {}  # by what "it", "they", the subject before and the first are, and in a list or not


@dataclass(slots=True)
class Subjects:
    """Follows one document sentence by sentence, to know what "it" and unfinished clauses take up."""

    cues: SubjectCues
    thing: str  # what "it" stands for: drug, disease or other
    plural: str  # what "they" stands for
    last: str = "other"  # the subject of the sentence before
    first: str = ""  # what "it" stands for at the beginning
    stem: str = ""  # the subject of the stem that a list belongs to
    spoken: dict[tuple[str, ...], Spoken] = field(default_factory=dict)  # sentences of earlier documents, by their forms

    def of(self, forms: tuple[str, ...], *, item: bool) -> tuple[str, tuple[Scope, ...]]:
        """The subject of the next sentence and scopes over the clauses about something else; forms may be ""."""
        spoken = self.spoken.get(forms)
        if spoken is None:
            spoken = Spoken(forms, self.cues)
            if len(forms) <= SHARED:
                self.spoken[forms] = spoken
        if spoken.reading is None:
            return "other", ()
        if not item:
            self.stem = ""
        self.first = self.first or self.thing
        state = self.thing, self.plural, self.stem or self.last, bool(self.stem), self.first
        found = spoken.told.get(state)
        if found is None:
            found = spoken.told[state] = self._told(Standing(spoken.reading, self.thing, self.plural), spoken.numbers)
        subject, scopes, self.thing = found
        self.plural = self.last = subject
        if not item and spoken.reading.line[-1] == ":":
            self.stem = subject
        return subject, scopes

    def _told(self, standing: Standing, numbers: Sequence[int]) -> Told:
        subject = standing.subject(self.stem or self.last, in_list=bool(self.stem))
        scopes = tuple(
            Scope(SUBJECT + label, numbers[first], numbers[last - 1] + 1) for label, first, last in standing.clauses(subject)
        )  # fmt: skip
        return subject, scopes, self._thing(subject, standing)

    def _thing(self, subject: str, standing: Standing) -> str:
        """What "it" stands for after a sentence."""
        things = [cue.label for cue in standing.reading.found if cue.label in ("drug", "disease")]
        thing = "drug" if "drug" in things else things[-1] if things else ""
        if subject in ("drug", "disease"):
            return subject
        if subject == "other":
            return "other" if standing.known else thing or self.thing
        return thing or (self.first if self.thing == "other" else self.thing)  # a sentence on the reader ends what was about something else


def subject_at(sentence: Sentence, word: int) -> str:
    """Who or what the clause around a word is about."""
    for scope in sentence.scopes:
        if scope.kind.startswith(SUBJECT) and scope.first <= word < scope.last:
            return scope.kind[len(SUBJECT) :]
    return sentence.subject
