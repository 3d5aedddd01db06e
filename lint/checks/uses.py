"""Uses that a text names, against those the reference has as approved in the jurisdiction."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.scopes import about_drug, excepted, span_of, under
from lint.rulebook import Hit, Matches, Rulebook
from lint.types.reference import Fact, Reference
from lint.types.text import Span, Text

_INTRODUCING = frozenset(["uses", "used", "treats", "indications", "indication"])  # in the heading or first cell of a list of uses
_PLAIN = frozenset(["used", "indicated", "prescribed", "approved", "licensed"])
_WHOM = frozenset(["people", "patients", "those", "adults", "anyone", "everyone"])  # begin the weakest way of naming a use
_USING = (
    "use",
    "treat",
    "help",
    "effective",
    "work",
    "prescri",
    "given",
    "benefit",
    "relie",
    "indicat",
    "approv",
    "licen",
    "choice",
    "great",
)
_WARNING = (
    " risk", " careful", " caution", " problem", " side effect", " experience", " following symptom", " harm", " may suffer", " can suffer",
    " report", " dose", " death", " likely", " should", " avoid", " must", " tell ", " not ", " monitor", " overdose",
)  # fmt: skip
_ASIDE = (
    " if you have ",
    " risk factor",
    " history of ",
    " without ",
    " other than ",
    " medicines for ",
    " medicines used ",
    " before the ",
    " other treatment",
)
_OTHERS = frozenset(
    "( medicines drugs medications vaccine vaccines antibiotics antivirals inhibitors contraceptives painkillers others treatments "
    "statins".split()
)  # words for medicines that are not the text's own


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence that says what the drug is used for."""

    sentence: int
    conditions: tuple[str, ...]  # topic ids
    span: Span  # from the words that say so to the last condition


def uses(text: Text, brief: Brief) -> Iterator[Use]:
    """Every sentence that says which conditions the drug is used for."""
    openings = _openings(text, brief)
    named = conditions(brief)
    for number in sorted({*openings, *_listed(text, openings)}):
        first = min(openings.get(number, ()), key=lambda hit: hit.first, default=None)
        found = {
            name: [h for h in hs if not first or (h.last > first.first and not _aside(text, first, h))]
            for name, hs in named.get(number, {}).items()
        }
        hits = [hit for hs in found.values() for hit in hs]
        if hits:
            opening = first or min(hits, key=lambda hit: hit.first)
            span = Span(span_of(text, opening).start, span_of(text, max(hits, key=lambda hit: hit.last)).end)
            yield Use(number, tuple(name for name, hs in found.items() if hs), span)


def _aside(text: Text, opening: Hit, hit: Hit) -> bool:
    """Whether a condition is no use but what else somebody has: “if you have …”, “with at least one risk factor, such as …”."""
    sentence = text.sentences[hit.sentence]
    between = sentence.line[sentence.offsets[opening.first] : sentence.offsets[hit.first]] if hit.first > opening.first else ""
    return any(cue in between for cue in _ASIDE)


def unnamed_uses(text: Text, brief: Brief) -> Iterator[tuple[int, Hit]]:
    """The sentences that say the drug is used for something of which no condition is known, with the words that say so."""
    named = conditions(brief)
    for number, hits in _openings(text, brief).items():
        stated = [hit for hit in hits if _states_use(text, hit)]
        if number not in named and stated:
            yield number, min(stated, key=lambda hit: hit.first)


def _states_use(text: Text, hit: Hit) -> bool:
    """Whether a hit is as plain as “is used to” or “indicated for”."""
    forms = [word.norm for word in text.sentences[hit.sentence].words[hit.first : hit.first + 3]]
    return forms[0] in _PLAIN and not {"to", "for"}.isdisjoint(forms[1:])


def _openings(text: Text, brief: Brief) -> dict[int, list[Hit]]:
    """The words that say the drug is used for something, by sentence."""
    kinds = [kind for kind in brief.rulebook.kinds if kind.kind == "indication"]
    openings: dict[int, list[Hit]] = {}
    for kind in kinds:
        for pattern in kind.patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                free = not under(sentence, hit, ("negated", "question")) and not excepted(brief.matches, hit, kind.exceptions)
                own = about_drug(text, hit) or used_by_doctors(text, hit, kind.kind)
                if free and own and _of_use(text, hit) and not of_others(text, hit, brief):
                    openings.setdefault(hit.sentence, []).append(hit)
    return openings


def used_by_doctors(text: Text, hit: Hit, kind: str) -> bool:
    """Whether a hit says what somebody else uses the drug for: “doctors use it to treat …”, “my doctor says it treats …”."""
    sentence = text.sentences[hit.sentence]
    if kind != "indication" or sentence.subject != "professional":
        return False
    return 0 <= sentence.line.find("@drug") <= sentence.offsets[hit.first]


def _of_use(text: Text, hit: Hit) -> bool:
    """Whether a hit is about a use: “patients with dementia” alone is none, least of all in a warning."""
    sentence = text.sentences[hit.sentence]
    if sentence.words[hit.first].norm not in _WHOM:
        return True
    forms = sentence.line.split()
    for_them = hit.first > 0 and sentence.words[hit.first - 1].norm == "for"
    return (for_them or any(form.startswith(_USING) for form in forms)) and not any(cue in sentence.line for cue in _WARNING)


def of_others(text: Text, hit: Hit, brief: Brief) -> bool:
    """Whether the words before a hit name other medicines, whose use it then is; in a list the drug itself must be named."""
    sentence = text.sentences[hit.sentence]
    before = sentence.line[: sentence.offsets[hit.first]].split()
    for form in reversed(before):
        if form == "@drug":
            return False
        if form in _OTHERS or (len(form) > 4 and brief.corrector.drugs.exact(form)):
            return True
    return text.document.blocks[sentence.block].kind == "list-item" or any(
        len(form) > 4 and brief.corrector.drugs.exact(form) for form in sentence.line.split()
    )


def _listed(text: Text, openings: Container[int]) -> Iterator[int]:
    """The list items and table cells that a stem or heading on uses introduces."""
    introduced = False
    for number, sentence in enumerate(text.sentences):
        kind = text.document.blocks[sentence.block].kind
        if kind in ("list-item", "cell"):
            introduced = introduced or (kind == "cell" and not _INTRODUCING.isdisjoint(sentence.line.split()))
            if introduced:
                yield number
        else:
            stem = sentence.line.rstrip().endswith(":") and number in openings
            introduced = stem or (kind == "heading" and not _INTRODUCING.isdisjoint(sentence.line.split()))


def conditions(brief: Brief) -> dict[int, dict[str, list[Hit]]]:
    """The conditions that a text names: for each sentence the topic ids, each with its hits."""
    return brief.matches.kept("conditions", lambda: conditions_in(brief.rulebook, brief.matches))


def conditions_in(rulebook: Rulebook, matches: Matches) -> dict[int, dict[str, list[Hit]]]:
    """The conditions that some sentences name; one that names a kind of a condition does not name the wider one besides."""
    found: dict[int, dict[str, list[Hit]]] = {}
    for topic, pattern in rulebook.condition_patterns:
        for hit in matches.of(pattern):
            if not excepted(matches, hit, topic.exceptions):
                found.setdefault(hit.sentence, {}).setdefault(topic.id, []).append(hit)
    for named in found.values():
        for name in {above for narrow in named for above in wider(rulebook, narrow)} & named.keys():
            del named[name]
    return found


def outside_label(reference: Reference, brief: Brief, conditions: tuple[str, ...]) -> list[Fact]:
    """The facts that say a condition is not an approved use; the indications themselves where none speaks of it."""
    facts = reference.facts_in(brief.jurisdiction)
    approved = {c for fact in facts if fact.kind == "indication" for c in fact.conditions}
    if not approving(reference, brief):
        return []
    named = [fact for fact in facts if fact.kind == "off-label" and set(fact.conditions) & set(conditions) - approved]
    wide = approved | {wider for c in approved for wider in broader(c, brief)}  # a wider word for an approved use is no other use
    unknown = [
        c for c in conditions
        if c not in wide and c not in GENERAL and not broader(c, brief) & approved and not any(c in f.conditions for f in facts)
    ]  # fmt: skip
    return named or (approving(reference, brief) if unknown else [])


def broader(condition: str, brief: Brief) -> frozenset[str]:
    """The wider conditions that one is a kind of, all the way up."""
    return wider(brief.rulebook, condition)


def wider(rulebook: Rulebook, condition: str) -> frozenset[str]:
    """The wider conditions that one is a kind of, all the way up."""
    found: set[str] = set()
    waiting = [condition]
    while waiting:
        topic = rulebook.topic(waiting.pop())
        for above in topic.broader if topic else ():
            if above not in found:
                found.add(above)
                waiting.append(above)
    return frozenset(found)


def approving(reference: Reference, brief: Brief) -> list[Fact]:
    """The facts that name the approved uses."""
    return [fact for fact in reference.facts_in(brief.jurisdiction) if fact.kind == "indication" and (fact.conditions or fact.quote)]


GENERAL = frozenset(["autoimmune-diseases", "organ-transplant", "skin-conditions"])  # too wide to be off or on label
