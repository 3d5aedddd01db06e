"""Who or what a sentence is about: the drug, a professional, the disease or body, the reader, or something else.

There is no tagger: the first word of a known kind before the main verb decides, past what is said first (a fronted
phrase, "studies show that"); pronouns take up the thing spoken of before. The words are in rules/language/subjects.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lint.language.clause import Reading, SubjectCues
from lint.types.text import Scope, Sentence

SUBJECT = "subject:"  # the kind of a Scope over a clause that is about someone else than its sentence


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
        reading = Reading(line, self.cues, self.thing, self.plural)
        subject = reading.subject(self.stem or self.last, in_list=bool(self.stem))
        scopes = tuple(
            Scope(SUBJECT + label, kept[first], kept[last - 1] + 1) for label, first, last in reading.clauses(subject)
        )  # fmt: skip
        self._follow(subject, reading, stem=line[-1] == ":", item=item)
        return subject, scopes

    def _follow(self, subject: str, reading: Reading, *, stem: bool, item: bool) -> None:
        things = [cue.label for cue in reading.found if cue.label in ("drug", "disease")]
        thing = "drug" if "drug" in things else things[-1] if things else ""
        if subject in ("drug", "disease"):
            self.thing = subject
        elif subject == "other":
            self.thing = "other" if reading.known else thing or self.thing
        elif thing:
            self.thing = thing
        self.plural = self.last = subject
        if stem and not item:
            self.stem = subject


def subject_at(sentence: Sentence, word: int) -> str:
    """Who or what the clause around a word is about."""
    for scope in sentence.scopes:
        if scope.kind.startswith(SUBJECT) and scope.first <= word < scope.last:
            return scope.kind[len(SUBJECT) :]
    return sentence.subject
