"""Claims that the model proposes, where no rule has spoken; what the language step knows of a sentence decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate, same_words
from lint.checks.scopes import is_question, span_of
from lint.types.review import Claim
from lint.types.rule import Rule
from lint.types.shown import shortened
from lint.types.text import Sentence, Span, Text

if TYPE_CHECKING:
    from lint.model import Marked

# Rules about what the medicine does: only a sentence about the medicine can break them.
_OF_THE_DRUG = frozenset(
    "absolute-efficacy guarantee-cure absolute-safety promotional-superlative comparative-no-comparator personification-metaphor "
    "unqualified-mechanism natural-claim off-label-undisclosed population-overgeneralisation risk-minimisation".split()
)
# Rules about what the reader is told to do: an instruction can break these, and no others.
_OF_INSTRUCTIONS = frozenset("dosing-advice label-contradiction unsupported-self-care urgency testimonial-evidence".split())
# Rules about what is so: the reference answers them. How a thing is said, no reference answers.
_OF_FACT = frozenset(
    "absolute-efficacy unqualified-mechanism off-label-undisclosed label-contradiction dosing-advice internal-contradiction "
    "implied-endorsement statistic-without-source vague-attribution comparative-no-comparator novelty-claim".split()
)
_COMPARED = frozenset(["off-label-undisclosed"])  # where there is a reference, the comparison with it speaks for itself
_MEASURED = frozenset(["dosing-advice"])  # the same where there is a whole label: its amounts and times are compared
# What is said where the rule's own message takes for granted what only a comparison can show.
_MESSAGES = {
    "label-contradiction": "“{quote}” reads like something that labels rule out: check it against the label of this medicine.",
    "unqualified-mechanism": "“{quote}” reads as if more were known of how the medicine works than its label says: keep to that.",
    "internal-contradiction": "“{quote}” reads as if it took back what it says: decide which holds.",
}
_PEOPLE = frozenset(
    "you i we he she they people person patient patients user users everyone everybody anyone anybody nobody those who women men "
    "children adults families mothers parents son daughter child".split()
)
_MEDICINES = frozenset(
    "medicine medicines medication drug drugs treatment therapy tablet tablets pill pills capsule capsules injection injections jab "
    "cream gel inhaler spray patch vaccine antibiotic statin steroid steroids biologic insulin remedy formula herb herbs supplement".split()
)
_QUOTED = 160  # code points of an example


def propose(text: Text, brief: Brief, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """What the model takes for claims in the words that none of the others has `found`."""
    if brief.model is None or "model" not in brief.sources:
        return
    decision = brief.model.weights.decision
    least = decision["confidence"] if brief.min_confidence is None else brief.min_confidence
    divisor = decision["leaflet"] if brief.kind == "leaflet" else 1.0
    taken: dict[int, list[Span]] = {}
    for candidate in found:
        taken.setdefault(candidate.sentence, []).append(candidate.span)
    rules = {rule.name: rule for rule in brief.rulebook.rules_for("claims") if _wanted(rule, brief)}

    def may_break(sentence: Sentence, name: str) -> bool:
        return name in rules and _may_break(sentence, name)

    for mark in brief.model.mark(text, brief.matches, least, divisor, taken, _statements(text), may_break):
        if any(same_words(mark.span, other) for other in taken.get(mark.sentence, ())):
            continue  # a second claim in a sentence is made in other words
        rule = rules[mark.rule]
        if _excused(text, rule, mark, brief):
            continue
        yield Candidate(
            rule, mark.span, "warning" if mark.probability >= decision["warning"] else "info", mark.sentence,
            text.drugs[0] if text.drugs else None, confidence=mark.probability,
            message=f"{_MESSAGES.get(rule.name, rule.message)} {_told(mark)}",
        )  # fmt: skip


def _wanted(rule: Rule, brief: Brief) -> bool:
    here = not rule.jurisdictions or brief.jurisdiction in rule.jurisdictions
    answered = (brief.references and rule.name in _COMPARED) or (brief.labels and rule.name in _MEASURED)
    return here and not answered


def _excused(text: Text, rule: Rule, mark: Marked, brief: Brief) -> bool:
    """Whether the rule itself excuses such words, or words beside them."""
    number = mark.sentence
    beside_it = {pattern for match in rule.matches for pattern in match.unless_sentence}
    if any(brief.matches.within(pattern, number) for pattern in beside_it):
        return True
    exceptions = {pattern for match in rule.matches for pattern in match.exceptions}
    spans = (span_of(text, hit) for pattern in exceptions for hit in brief.matches.within(pattern, number))
    return any(span.start < mark.span.end and mark.span.start < span.end for span in spans)


def unanswered(proposed: Iterable[Candidate], ledger: Iterable[tuple[int, Claim]]) -> Iterator[Candidate]:
    """The proposals without those about facts that the reference bears out."""
    supported: Mapping[int, bool] = {number: claim.verdict == "supported" for number, claim in ledger}
    for candidate in proposed:
        if not (supported.get(candidate.sentence) and candidate.rule.name in _OF_FACT):
            yield candidate


def _statements(text: Text) -> Iterator[int]:
    """The sentences that state something: no titles, no questions, none that only introduces what follows."""
    blocks = text.document.blocks
    for number, sentence in enumerate(text.sentences):
        if not (sentence.line.endswith(" : ") or blocks[sentence.block].kind == "heading" or is_question(sentence)):
            yield number


def _may_break(sentence: Sentence, rule: str) -> bool:
    """Whether a sentence is about the right thing for breaking a rule at all."""
    if rule in _OF_THE_DRUG and not _of_medicine(sentence):
        return False
    return rule in _OF_INSTRUCTIONS or not _instructs(sentence)


def _of_medicine(sentence: Sentence) -> bool:
    """Whether a sentence can be about the medicine: its subject is, it names one, or it tells the reader what comes of it."""
    forms = frozenset(sentence.line.split())
    return sentence.subject in ("drug", "reader") or "@drug" in forms or not forms.isdisjoint(_MEDICINES)


def _instructs(sentence: Sentence) -> bool:
    """Whether a sentence tells its reader what to do."""
    forms = frozenset(sentence.line.split())
    return sentence.subject == "reader" and forms.isdisjoint(_PEOPLE)


def _told(mark: Marked) -> str:
    """Who found it, how sure, by which words, and what it is like."""
    words = ", ".join(f"“{shortened(reason)}”" for reason in mark.reasons)
    example = f"; compare the annotated example “{shortened(mark.example.text, _QUOTED)}”" if mark.example else ""
    return f"Found by the model ({mark.probability:.0%} sure), most for {words}{example}."
