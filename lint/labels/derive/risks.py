"""Boxed warnings, contraindications, populations, monitoring and warning signs, through topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lint.labels.derive.part import Part, Reading
from lint.types.reference import Fact
from lint.types.text import Sentence

# Words of lists of malformations: the organs they name are the child's, not the patient's.
_MALFORMED = (" abnormalit", " malformation", "birth defect", " anomal", " congenital")
# What says of a test that it is not asked for.
_NOT_ASKED = re.compile(
    r"\bnot (?:been )?(?:established|necessary|required|needed|recommended)\b|\binadequate\b|\bno (?:\w+ )?monitoring"
    r"|\bno (?:\w+ )?recommendations?\b|\bopen-label\b|\bdouble-blind\b|\(N ?= ?\d", re.IGNORECASE
)  # fmt: skip
# What says that a medicine named after it is one somebody is allergic to, or its parent, and what that it is taken along.
_ALLERGY = re.compile(
    r"\b(?:(?:hyper)?sensitiv|allerg|reactions? (?:to|after)\b|anaphyla|angioedema|asthma|urticaria|(?:metabolite|prodrug) of\b"
    r"|(?:reported|observed|seen|occurred) in (?:\w+ ){0,2}(?:taking|receiving|treated with)\b)"
)
_ALONG = re.compile(r"\b(?:concomitant|concurrent|co ?administ|combin|together|receiving|(?<!after )taking|treated with|use (?:of|with))")
_NONE = ("none", "none known", "there are no")


def boxed(reading: Reading, drug_of: Callable[[str], str | None]) -> Iterator[Fact]:
    """One fact for each matter of the boxed warning; where that is other medicines, with those it names."""
    plain = [s for s in reading.part("boxed").text.sentences if not any(word in s.line for word in _MALFORMED)]
    harms = replace(reading.part("boxed"), text=replace(reading.text, sentences=tuple(plain)))
    fetal = (found for found in reading.part("boxed").spoken_of("boxed") if found[0].id == "fetal-harm")
    for topic, sentence in (*fetal, *(found for found in harms.spoken_of("boxed") if found[0].id != "fetal-harm")):
        made = reading.fact("boxed", topic.id, f"The label has a boxed warning on: {topic.title}.", sentence, "error", topic.id)
        named = substances(harms.only(sentence), reading.label.drug, drug_of) if topic.id == "dangerous-interactions" else ()
        yield replace(made, boxed=True, substances=tuple(name for name, _ in named))


def contraindications(reading: Reading, drug_of: Callable[[str], str | None]) -> Iterator[Fact]:
    """One fact for each matter or substance that rules the medicine out."""
    part = reading.part("contraindications")
    for topic, sentence in part.spoken_of("contraindications"):
        statement = f"The label gives as a contraindication: {topic.title}."
        yield replace(reading.fact("contraindication", topic.id, statement, sentence, "error", topic.id), consequence="contraindicated")
    for name, sentence in substances(part, reading.label.drug, drug_of, _is_allergen):
        statement = f"The label rules out taking it with {name}."
        made = reading.fact("contraindication", f"with-{name}", statement, sentence, "error")
        yield replace(made, consequence="contraindicated", substances=(name,))


def populations(reading: Reading) -> Iterator[Fact]:
    """Pregnancy and breastfeeding, as the label speaks of them."""
    part = reading.part("pregnancy", "lactation", "populations", "contraindications", "boxed", "warnings")
    for topic, sentence in part.spoken_of("populations"):
        kind = "lactation" if topic.id == "breastfeeding" else "pregnancy" if "pregnan" in topic.id else "population"
        severity = "error" if kind == "pregnancy" else "warning"
        yield reading.fact(kind, topic.id, f"The label has advice on: {topic.title}.", sentence, severity, topic.id)


def monitoring(reading: Reading) -> Iterator[Fact]:
    """The tests that the label asks for."""
    part = reading.part("boxed", "dosage", "warnings").without(_NOT_ASKED)
    for topic, sentence in part.spoken_of("monitoring"):
        yield reading.fact("monitoring", topic.id, f"The label asks for: {topic.title}.", sentence, "warning", topic.id)


def red_flags(reading: Reading) -> Iterator[Fact]:
    """The warning signs that the label tells patients to act on."""
    part = reading.part("boxed", "patient")
    for topic, sentence in part.spoken_of("red-flags"):
        yield reading.fact("advice", topic.id, f"The label names as a warning sign: {topic.title}.", sentence, "info", topic.id)


def substances(
    part: Part, drug: str, drug_of: Callable[[str], str | None], passed: Callable[[str], bool] = lambda _: False
) -> Iterator[tuple[str, Sentence]]:
    """Other medicines that the sentences name, each with the first sentence that does; `passed` tells by what stands before to pass it."""
    seen = {drug, *drug.split(" and ")}  # of a combination its parts are no other medicines
    for sentence in part.text.sentences:
        for found in re.finditer(r"\S+", sentence.line):
            name = drug_of(found[0]) if len(found[0]) > 4 and found[0].isalpha() else None
            if name and name not in seen and not passed(sentence.line[: found.start()]):
                seen.add(name)
                yield name, sentence


def _is_allergen(before: str) -> bool:
    """Whether words lead up to a medicine that somebody is allergic to, not to one that is taken along."""
    return -1 < _last(_ALLERGY, before) >= _last(_ALONG, before)


def _last(words: re.Pattern[str], before: str) -> int:
    return max((found.end() for found in words.finditer(before)), default=-1)


def underived(reading: Reading, facts: tuple[Fact, ...]) -> Iterator[str]:
    """The sentences of the boxed warning and the contraindications that gave no fact."""
    used = {(fact.passage, fact.quote) for fact in facts}
    for section, name in (("boxed", "Boxed warning"), ("contraindications", "Contraindications"), ("indications", "Indications")):
        for sentence in reading.part(section).text.sentences:
            quote = reading.quote(sentence)
            plain = quote.lower().strip(" .")
            if (reading.passage(sentence).id, quote) not in used and len(quote.split()) > 3 and not plain.endswith(_NONE):
                yield f"{name}, {reading.passage(sentence).place}: no fact was derived from “{quote[:160]}”"
