"""Stretches of time at a matter that text and label both speak of: how soon it works, how long a course lasts, how late a dose may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.alternatives import others_named
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import is_question
from lint.evidence import LabelSearch, Stretch, stretches
from lint.types.rule import Rule
from lint.types.text import Span, Text

_OTHER_MATTERS = frozenset(["studies", "pharmacology", "adverse-reactions", "overdose", "description", "product"])  # sections of a label
_UNIT = re.compile(r"\b(?:minute|hour|day|week|month|year)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter of time: by what words a text speaks of it, and a label."""

    name: str
    text: re.Pattern[str]
    label: re.Pattern[str]
    sections: frozenset[str] = frozenset()  # of the label, in which it is told; empty: all but those on other matters


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the label gives."""

    stretch: Stretch  # of the sentence's text
    sentence: int  # of the index


def _matter(name: str, text: str, label: str = "", sections: str = "") -> Matter:
    return Matter(name, re.compile(text, re.IGNORECASE), re.compile(label or text, re.IGNORECASE), frozenset(sections.split()))


_EATEN = r"(?:meal|food|eat|breakfast|lunch|dinner|supper)"
MATTERS = (
    _matter("begins", r"\b(?:begins?|starts?|takes? effect|kicks? in|takes?)\b.{0,30}\b(?:to (?:work|act|help)|working|acting|"
                r"to take effect)\b"
            r"|\b(?:works?|acts?) (?:with)?in\b|\btakes? effect\b",
            r"\bonset\b|\b(?:begins?|starts?) (?:to )?(?:work|act|tak)|\b(?:begin|start)ning to work"),
    _matter("full", r"\bfull(?:y)? (?:effect|benefit|protection)|\bmaximum (?:effect|benefit)|\bwhether it (?:works|helps|"
                r"is helping|is working)|\bgoing to work",
            r"\bfull (?:\w+ )?(?:effect|benefit)|\bmaxim\w+ .{0,40}effect|\bpeak effect|\beffect .{0,40}\bassessed|\btherapeutic effect"),
    _matter("lasts", r"\beffects?\b.{0,30}\b(?:lasts?|wears? off|works?)\b|\b(?:dose|tablet|capsule|puff|injection|inhalation|drop|"
                r"jab)s? (?:lasts|works|covers)"
            r"|\b(?:covers|protects) you\b|\bworks for\b|\bwears off\b",
            r"\beffects?\b.{0,40}\blasts?\b|\bduration of (?:action|effect)|\b(?:short|long) duration|\blasts (?:for|about|up to)\b|"
            r"\beffect .{0,30}persist"),
    _matter("course", r"\b(?:course|treatment|therapy)\b.{0,40}\b(?:lasts?|takes?|is|runs?|goes on|continues?)\b.{0,25}(?:\d|\bone|"
                r"\btwo|\bthree|\bfour|\bsix|\ba )"
            r"|\b(?:weeks?|months?|days?|years?) (?:of treatment )?(?:is|are|will be) (?:plenty|enough|sufficient|usual)|"
            r"\bcourse of (?:\d|\w+ (?:week|month|day))",
            r"\b(?:duration|course|treatment|therapy|treated|continued?|limited to|up to|administered|"
            r"given)\b", "dosage indications patient"),
    _matter("opened", r"\bopen(?:ed|ing)?\b|\bin use\b|\bfirst use\b", r"\bopen(?:ed|ing)?\b|\bin use\b|\bfirst use\b|\bpunctur|"
                r"\bpenetration"),
    _matter("upright", r"\bupright\b|\blie down|\blying down"),
    _matter("lenses", r"\blens(?:es)?\b"),
    _matter("other drops", r"\bother (?:eye )?drops\b|\bother eye (?:drops|medicines)"),
    _matter("late", r"^(?!.*\bperiod).*\b(?:late|overdue|forg[eo]t|forgotten|miss(?:ed)?)\b",
            r"^(?!.*\bperiod).*\b(?:miss(?:ed)?|forg[eo]t|forgotten|supposed to be taken|usually taken)\b"),
    _matter("taper", r"\b(?:taper\w*|step by step|(?:reduc\w+|lower\w*|cut\w*|stop\w*) .{0,25}\bover\b|stopping .{0,20}\btakes?\b)",
            r"\btaper\w*|\bgradual\w* .{0,40}\bover\b|\breduc\w+ .{0,30}\bover\b|\bwithdraw\w* .{0,40}\bover\b"),
    _matter("again", r"\bsecond (?:course|treatment)|\b(?:another|next|further) course|\bretreat"),
    _matter("vomited", r"\bvomit|\b(?:are|is|were|been|be) sick\b|\bthrow(?:s|n)? up|\bthrew up", r"\bvomit|\bthrow up"),
    _matter("breastfeeding", r"\bbreast[- ]?feed|\bnurs(?:e|ing)\b", r"\bbreast[- ]?feed|\bnursing\b|\blactat"),
    _matter("infusion", r"\b(?:infus\w+|drip)\b.{0,40}\b(?:over|takes?|lasts?)\b|\b(?:over|takes?|lasts?)\b.{0,40}\b(?:infus|"
                r"drip)", r"\binfus\w+.{0,60}\bover\b|\bover\b.{0,40}\binfus|\binfusion for\b"),
    _matter("contraception", r"\b(?:birth control|contracepti\w+)\b.{0,60}\b(?:after|before|until|stop)", r"\b(?:birth control|"
                r"contracepti\w+)\b"),
)  # fmt: skip
# A time beside eating, told from one side of the meal or the other.
_MEAL = re.compile(
    rf"^[\s)]*(?P<side>before|after|prior to|without|of no)\b(?: or (?:soon |shortly )?after)?[^.;:]{{0,28}}?\b{_EATEN}", re.IGNORECASE
)
_REST = 40  # code points after a time within which a meal is looked for


def other_time(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence with a time at a matter for which the label has times, and none that may be the same."""
    for number, stretch, search, label, same in _compared(text, brief):
        if not same:
            start, said = text.sentences[number].start, search.said(search.index.sentences[label.sentence])
            evidence = evidence_of_sentence(search, label.sentence, "The label gives another time.")
            fields = (("label", said[label.stretch.start : label.stretch.end]),)
            span = Span(start + stretch.start, start + stretch.end)
            yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)


def same_time(text: Text, brief: Brief) -> Iterator[tuple[int, LabelSearch, int]]:
    """Each sentence with a time that the label has at the same matter, with the label's sentence."""
    for number, _, search, label, same in _compared(text, brief):
        if same:
            yield number, search, label.sentence


def _compared(text: Text, brief: Brief) -> Iterator[tuple[int, Stretch, LabelSearch, Told, bool]]:
    """Each first time of a sentence at a matter beside one of the label's: another one, or the same."""
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        raw = text.document.text[sentence.start : sentence.end]
        if not _UNIT.search(raw) or is_question(sentence) or others_named((word.norm for word in sentence.words), brief):
            continue
        found = stretches(raw)
        for search in brief.labels if found and not restated(number, brief) else ():
            beside = [one for stretch in found if (one := _beside(search, raw, stretch)) is not None]
            first = min(beside, key=lambda one: one[2], default=None)  # what differs comes first
            if first is not None:
                yield number, first[0], search, first[1], first[2]
                break


def _beside(search: LabelSearch, raw: str, stretch: Stretch) -> tuple[Stretch, Told, bool] | None:
    """A time beside the label's at the same matter, if the label has any there."""
    meal = _MEAL.match(raw[stretch.end : stretch.end + _REST])
    names = [f"meal {_side(meal)}"] if meal else [matter.name for matter in MATTERS if matter.text.search(raw)]
    for name in names:
        known = search.kept(f"time:{name}", lambda name=name: _known(search, name))  # type: ignore[misc]
        if known:
            same = next((told for told in known if stretch.meets(told.stretch)), None)
            return stretch, same or known[0], same is not None
    return None


def _known(search: LabelSearch, name: str) -> list[Told]:
    """The label's times at a matter."""
    matter = next((matter for matter in MATTERS if matter.name == name), None)
    found = []
    for number, sentence in enumerate(search.index.sentences):
        section = search.section(sentence)
        if section in _OTHER_MATTERS or (matter is not None and matter.sections and section not in matter.sections):
            continue
        words = search.said(sentence)
        if _UNIT.search(words) and (matter is None or matter.label.search(words)):
            for stretch in stretches(words):
                meal = _MEAL.match(words[stretch.end : stretch.end + _REST])
                if (matter is not None and meal is None) or (meal is not None and name == f"meal {_side(meal)}"):
                    found.append(Told(stretch, number))
    return found


def _side(meal: re.Match[str]) -> str:
    return "before" if meal["side"].lower() in ("before", "prior to") else "after"
