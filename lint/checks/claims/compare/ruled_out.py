"""Sentences that allow, or wave aside, what a sentence of the label with the same words rules out, warns of or asks for.

Where a fact names the matter, `permission` decides; here the label's own words do: “smokers over 35 can take it”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.answered import answered
from lint.checks.claims.compare.members import class_names, class_stems
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.claims.compare.permission import PERMISSION, WAVED, free_of_guards
from lint.checks.claims.compare.stopping import against_stopping, stops_at_will
from lint.checks.scopes import is_question
from lint.checks.topics import mentions
from lint.evidence import LabelSearch, LabelSentence, stems_for
from lint.evidence.ages import ages
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_RULED_OUT = re.compile(
    r"\bavoid|\bcontraindicat|\bnot (?:be )?(?:recommended|used|"
    r"taken|given|administered|combined|donate|crushed|chewed|drink)|\bshould not\b"
    r"|\b(?:do|must|can|may) not\b|\bnever\b|\bprohibit|\bdiscontinue|\badvised against|\bwithdrawn gradually|\bwhole\b|\btaper"
    r"|\bwait\b.{0,40}\bbefore\b|\bat least \w+ (?:hours?|minutes?) (?:before|after|apart)|\bseparated?\b",
    re.IGNORECASE,
)
_WARNED = re.compile(
    r"\b(?:increas|rais|elevat|chang|"
    r"decreas|lower|reduc|enhanc|potentiat|modif|harm|risk|toxic|impair|interfer|affect|cautio|monitor|less effective|antagoni[sz]|adjust|"
    r"lead to|result in|hyper|"
    r"not known)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:monitor|check|test(?!is)|"
    r"tell your|talk to your|speak (?:to|with) your|inform your|^\W*if you (?:have|are|had|suffer|ever|develop)|"
    r"contains|obtain|evaluat|perform|screen|assess|measur|"
    r"examin|determin|baseline|before (?:starting|initiat)|prior to|in (?:conjunction|combination) with|adjunct)",
    re.IGNORECASE | re.MULTILINE,
)
_DENIED = re.compile(
    r"\bno (?:\w+ ){0,2}(?:effect|interaction|"
    r"influence|change|difference|adjustment|evidence|need|test|monitor)|\bnot (?:\w+ )?(?:affect|alter|change|result"
    r"|interact|interfer|impair|influence|necessary|needed|required|been (?:shown|established))|\bdid not\b|\bunnecessary\b|\binadequate\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|unless|certain that)\b[^.;]*", re.IGNORECASE)
_NOTHING = re.compile(
    r"\bno or (?:\w+ )?(?:negligible|minor) |\bnot swallow (?:\w+ ){0,3}whole\b|\bnot (?:need|have) to (?:stop|avoid)\b"
    r"|\bunlikely (?:to|that)\b|\bnot expected to\b|\byou can (?:drive|use)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\bnot (?:need|have) to (?:stop|avoid)\b|\bwith or without\b"
    r"|\b(?:may|can) (?:\w+ )?(?:be (?:used|taken|given|combined)|take|use|have)\b",
    re.IGNORECASE,
)
_ANYWHERE = frozenset(
    "contraindications boxed warnings interactions pregnancy lactation populations dosage patient kidney liver children older-people "
    "driving indications".split()
)
_CONTRAINDICATED = frozenset(["contraindications"])
_INTERACTIONS = frozenset(["interactions"])
_INTERACTING = frozenset(["interactions", "boxed", "warnings"])
_AGE = re.compile(r" (?:(?:\d|1[0-7]) (?:years?|months?)|(?:age of|aged|from) (?:\d|1[0-7])) ")  # left to the comparison of ages
_TEST = r"(?:tests?|testing|checks?|check ups?|monitoring)"
_ALL_TESTS = re.compile(
    rf" (?:no|without|not need|not have|not require|never need|never have)(?: (?:to|any|have|the|a|more|further|regular|routine|"
    rf"special|extra|"
    rf"blood|follow|up|lab|laboratory|get|go|your|for))* {_TEST} (?!for |of |on |to )"
    rf"|(?:^| (?:regular|routine|special|extra|up|blood|lab|laboratory|,)) {_TEST}(?: \w+)? (?:is|are) (?:not|never|no longer|"
    rf"unnecessary|optional"
    r"|superfluous|pointless)"
)
_ASKS_FOR_TESTS = re.compile(
    r"\b(?:monitor|perform|obtain|check|measur|test|determin|evaluat|assess)\w*\b.{0,80}\b(?:blood|INR|liver|hepatic|renal|kidney|serum|platelets?"
    r"|h(?:a)?ematolog\w+|laboratory|enzymes?|potassium|counts?|levels?|function|glucose|lipids?)\b",
    re.IGNORECASE,
)
_CLOSE = 0.6  # share of a text's words that a contraindication must have: it is as short as they are
_BROKEN = frozenset("crush crushed chew chewed split break broken cut halve halved".split())  # what is not whole
_DOSE = frozenset(["dose", "doses", "dosage"])
_INSTEAD = frozenset("instead rather than unlike stop stopped stopping hour hours minute minutes apart later separate".split())
_SHORTEST_NAME = 5  # letters
_LONGEST = 7  # stems of what is allowed
_TELLING = 2  # letters of a stem that may name something
# Words by which something is allowed or waved aside, and of whom; they name no matter.
_SAYING = (
    "can may could use take taken safe safely fine ok okay harmless suitable perfectly completely quite totally absolutely usual "
    "usually always also still happily freely without worry problem problems restriction concern risk normal way combine combined mix "
    "together alongside continue carry keep go enjoy need needed necessary required unnecessary matter reason important good choice "
    "alternative option idea much like want any extra new many most people person patient patients woman women men man user users "
    "adult adults anyone everyone those someone who you medicine treatment therapy tablet tablets capsule capsules pill drug dose day "
    "week time right straight away obstacle stop simply really only even if just mind different make daily product give given well "
    "better regular often once longer start begin early course short addition compatible both other medication one have had certain "
    "healthy age all until end whole late during while previous previously earlier past after before injection influence interfere "
    "interact effect affect whether first along same stay mention known need change unlikely work however harm mother mothers freely "
    "concern following next feel free call calls never another anywhere at all nothing discuss report tell word match pair team add "
    "added treat treated wait visit kind type right best company sort cope well play plays role roles count counts part make makes "
    "weaker stronger"
)
# What says little beside a name.
_WIDE = "antibiotic antibiotics painkiller painkillers supplement supplements juice product wort drink drinking eat eating"
_TESTING = "test check monitor monitoring blood exam examination measurement count level laboratory control watch scan"


def ruled_out(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that allows or waves aside what the label's sentence of the same words is against."""
    for name, said, about in (*_stated(text, brief), *answered(text)) if brief.labels else ():
        sentence, matter = text.sentences[said], text.sentences[about]
        if not free_of_guards(sentence, name) or is_question(sentence) or _of_age(matter) or restated(said, brief):
            continue
        for search in brief.labels:
            matters = _matters(search, matter, about, brief)
            number = next((n for stems in matters if (n := _against(search, stems, name)) is not None), None)
            if number is None and name == WAVED and _ALL_TESTS.search(sentence.line):
                number = _any_test(search, sentence)
            if number is None and name == PERMISSION and stops_at_will(matter):
                number = against_stopping(search)
            if number is not None:
                evidence = evidence_of_sentence(search, number, "The label is against it.")
                yield Candidate(rule, Span(sentence.start, sentence.words[-1].end), "error", said, search.reference.drug, (evidence,))
                break


def _stated(text: Text, brief: Brief) -> Iterator[tuple[str, int, int]]:
    """The sentences that allow something or wave it aside, each twice: it is also what they are about."""
    for name in (PERMISSION, WAVED):
        topic = brief.rulebook.topic(name)
        for mention in mentions(topic, topic.full, text, brief.matches) if topic else ():
            yield name, mention.first, mention.first


def _of_age(sentence: Sentence) -> bool:
    """Whether a sentence lets people in from an age on: another comparison is about that."""
    return _AGE.search(sentence.line) is not None or any(age.above for age in ages(sentence.line))


def _matters(search: LabelSearch, sentence: Sentence, number: int, brief: Brief) -> Iterator[frozenset[str]]:
    """What is allowed or waved aside, as stems: the sentence without its conditions; then each medicine in it by the name of its class.

    A class of medicines is taken by its other names and its members too.
    """
    norms = [
        word.norm for place, word in enumerate(sentence.words)
        if not any(scope.kind == "conditional" and scope.first <= place < scope.last for scope in sentence.scopes)
    ]  # fmt: skip
    whole = search.telling(norms)
    if not _DOSE.isdisjoint(norms):  # “no change of dose with kidney problems” is about doses
        yield whole - (stems_for(_SAYING) - stems_for("dose"))
    yield whole - stems_for(_SAYING)
    if len(norms) < len(sentence.words):
        yield search.telling(word.norm for word in sentence.words) - stems_for(_SAYING)
    if not _BROKEN.isdisjoint(norms):
        yield search.all_stems(["whole"])
    if _INSTEAD.isdisjoint(norms):
        for norm in norms:
            if len(norm) >= _SHORTEST_NAME and brief.corrector.drugs.exact(norm) and not (own := search.all_stems([norm])) <= search.names:
                yield own
                yield from class_stems(norm, search, brief)
        yield from class_names(number, search, brief)


def _against(search: LabelSearch, matter: frozenset[str], name: str) -> int | None:
    """The sentence of the label that is against a matter that is allowed or waved aside."""
    stems = matter - stems_for(_TESTING) if name == WAVED or matter - stems_for(_TESTING) else matter
    stems = frozenset(stem for stem in stems - stems_for(_WIDE) or stems if len(stem) >= _TELLING)
    if not 0 < len(stems) <= _LONGEST:
        return None
    found = search.naming(stems, _in(search, _ANYWHERE, _ASKED, _DENIED)) if name == WAVED else None
    if found is None:
        found = search.naming(stems, _in(search, _CONTRAINDICATED, None), _CLOSE)
    if found is None:
        found = search.naming(stems, _in(search, _ANYWHERE, _RULED_OUT))
    wide = _ANYWHERE if name == WAVED and len(stems) > 1 else _INTERACTING
    if found is None and name == PERMISSION:  # what the doctor wants to know of is not simply allowed
        allowed = search.naming(stems, lambda one: _ALLOWED.search(search.said(one)) is not None)
        found = search.naming(stems, _in(search, _INTERACTIONS, _ASKED, _DENIED)) if allowed is None else None
    for sections in (_INTERACTIONS, wide) if found is None else ():
        found = search.naming(stems, _in(search, sections, _WARNED, _DENIED)) if found is None else found
    return found


def _any_test(search: LabelSearch, sentence: Sentence) -> int | None:
    """The label's first sentence that asks for tests, where the text waves all of them aside: it names no test or part of the body."""
    named = search.telling(word.norm for word in sentence.words) - stems_for(_SAYING) - stems_for(_TESTING)
    if any(stem in search.index.postings for stem in named):
        return None
    asking: int | None = search.kept("asks for tests", lambda: next(_asking(search), None))
    return asking


def _asking(search: LabelSearch) -> Iterator[int]:
    for number, sentence in enumerate(search.index.sentences):
        if search.section(sentence) in _ANYWHERE:
            said = search.said(sentence)
            if _ASKS_FOR_TESTS.search(said) and not _DENIED.search(said):
                yield number


def _in(
    search: LabelSearch, sections: frozenset[str], cue: re.Pattern[str] | None, denial: re.Pattern[str] | None = None
) -> Callable[[LabelSentence], bool]:
    """Whether a sentence of the label stands in one of some sections, has a cue and no denial."""

    def wanted(sentence: LabelSentence) -> bool:
        if search.section(sentence) not in sections:
            return False
        said = f"{search.introduced(sentence)}\n{search.said(sentence)}{search.going_on(sentence)}".strip()
        return (
            _NOTHING.search(said) is None
            and (cue is None or cue.search(said) is not None)
            and (denial is None or denial.search(_UNTIL.sub("", said)) is None)
        )

    return wanted
