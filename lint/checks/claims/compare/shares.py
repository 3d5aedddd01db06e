"""How many people something happens to: “1 in 50”, “common”, “40 %”, beside what the label says of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.alternatives import others_named
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import is_question
from lint.evidence import UP_TO_TEN, LabelSearch, stems_for
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_SMALL = {**UP_TO_TEN, "twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000}
_COUNT = rf"\d{{1,3}}(?:[, ]\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_SMALL)}"
_SHARE = re.compile(
    rf"(?P<bound>more than|over|at least|up to|fewer than|less than|under|<|>)?\s*"
    rf"(?:(?P<some>{_COUNT}) (?:\w+ )?(?:in|out of|of) (?:every |a )?(?P<of>{_COUNT})\b|(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b))"
    r"|(?P<most>\bmore than half\b|\bmost (?:people|patients|users|women|men|children)\b|\bnearly everyone\b)",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"\b(?P<very>very |extremely )?(?P<word>uncommon|common|rare|frequent)(?:ly)?\b|\b(?P<often>very often|often)\b", re.IGNORECASE
)
# Words of texts, not of labels, for nearly all people and for nearly none.
_PEOPLE = r"(?:people|patients|users|women|men|children|takers|those|of them)"
_EXTREME = re.compile(
    rf"\b(?:(?P<all>(?:(?:almost|nearly|practically|virtually) )?(?:every ?body|every ?one|all {_PEOPLE})|nobody escapes)"
    rf"|(?P<most>half (?:of )?(?:all |the )?{_PEOPLE}|the majority of {_PEOPLE})"
    r"|(?P<seldom>hardly ever|almost never|scarcely ever|hardly (?:anyone|anybody|any)|almost no(?: ?one|body)|very few))\b",
    re.IGNORECASE,
)
# What words mean as shares: EMA QRD template, section 4; a text may use them more loosely than a label.
_STRICT = {"very common": (0.1, 1.0), "common": (0.01, 0.1), "uncommon": (0.001, 0.01), "rare": (1e-4, 1e-3), "very rare": (0.0, 1e-4)}
_LOOSE = {"very common": (0.05, 1.0), "common": (0.01, 1.0), "uncommon": (0.0, 0.02), "rare": (0.0, 0.01), "very rare": (0.0, 0.002)}
_TITLE = re.compile(
    r"^\W*(?:very |less )?(?:un)?(?:common|rare)\b(?!ly\b)|.*:\W*$|.*\bside effects\b|.*\b(?:common|rare) \(may", re.IGNORECASE | re.DOTALL
)
_HEADING = re.compile(r"^\W*(very common|common|uncommon|very rare|rare)\b(?=[^.]{0,60}(?:\b1 (?:\w+ ){0,3}in\b|:|$))", re.IGNORECASE)
_SECTIONS = frozenset(["adverse-reactions", "warnings", "boxed", "contraindications", "patient"])
_APART = 3.0  # times between two shares from which they are no matter of rounding, or of another study
_MOST_SHARES = 8  # of one sentence of a label; more is a table of many effects
_LONGEST = 4  # stems of what happens
_BESIDES = 2  # stems of a sentence besides the side effect that it names
_LISTED = 40  # words of a list of side effects; what is longer tells about one
_BESIDE = re.compile(r"\b(?:dose|dosage|strength|solution|cream|reduc|lower|cholesterol|weight|effective|work|surviv|cur)", re.IGNORECASE)
_SAYING = (
    "common commonly uncommon rare rarely often frequent frequently very people person patient patients users user women woman men man "
    "children adults happen happens affect affects hit hits occur occurs about around more less half up only most some side effect "
    "effects problem problems damage serious severe get gets have has take taking treatment medicine year years of every year extremely "
    "almost nearly practically virtually ever never else likely everybody everyone anybody nobody all majority hardly scarcely "
    "sooner later something sees notice "
    "notices strike strikes bother bothers trouble troubles suffer suffers face faces experience experiences hit reported unwanted "
    "reaction reactions may in case cases known than adult child usually likely unlikely well see seen report reported"
)
Shares = tuple[float, float]


def other_share(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that says how often something happens, far from all that the label says of it."""
    for number, sentence in enumerate(text.sentences) if brief.labels else ():
        raw = text.document.text[sentence.start : sentence.end]
        found = _EXTREME.search(raw) or _SHARE.search(raw) or _WORD.search(raw)
        if (
            found is None
            or _TITLE.match(raw)
            or is_question(sentence)
            or _BESIDE.search(raw)
            or others_named((word.norm for word in sentence.words), brief)
        ):
            continue
        said = _shares(found, _LOOSE)
        counts = said and (found.re is _EXTREME or not _denied(sentence)) and not restated(number, brief)
        for search in brief.labels if counts else ():
            stems = search.telling(_plain(sentence)) - stems_for(_SAYING)
            known = _known(search, stems) or _named_effects(search, stems)
            if known and said and all(_apart(said, other) for other, _ in known):
                heading = search.kept("share headings", lambda search=search: _headings(search))[known[0][1]]  # type: ignore[misc]
                told = f"The label lists it as {heading}." if heading else "The label says how often it happens."
                evidence = evidence_of_sentence(search, known[0][1], told)
                fields = (("label", f"“{heading}”" if heading else _named(search.said(search.index.sentences[known[0][1]]))),)
                last = sentence.words[-2 if len(sentence.words) > 1 and not sentence.words[-1].norm.isalnum() else -1]
                span = Span(sentence.start, last.end)
                yield Candidate(rule, span, rule.severity, number, search.reference.drug, (evidence,), fields=fields)
                break


def _plain(sentence: Sentence) -> list[str]:
    return [word.norm for word in sentence.words if word.norm not in _SMALL]


def _denied(sentence: Sentence) -> bool:
    return any(scope.kind in ("negated", "conditional") for scope in sentence.scopes)


def _known(search: LabelSearch, stems: frozenset[str]) -> list[tuple[Shares, int]]:
    """What the label says of how often a thing happens: in the sentences that name it, or in the heading of their list."""
    if not 0 < len(stems) <= _LONGEST:
        return []
    headings: list[str] = search.kept("share headings", lambda: _headings(search))
    rarest = min(stems, key=lambda each: (len(search.index.postings.get(each, ())), each))
    found: list[tuple[Shares, int]] = []
    for number in search.index.postings.get(rarest, ()):
        sentence = search.index.sentences[number]
        if search.section(sentence) in _SECTIONS and stems <= set(sentence.stems):
            words = search.said(sentence)
            places = [*_SHARE.finditer(words), *(() if headings[number] else _WORD.finditer(words))]
            shares = [share for place in places if (share := _shares(place, _STRICT))]
            found += [(share, number) for share in shares if len(shares) <= _MOST_SHARES]
            if not shares and headings[number]:
                found.append((_STRICT[headings[number]], number))
    return found


def _named_effects(search: LabelSearch, stems: frozenset[str]) -> list[tuple[Shares, int]]:
    """How often the label says that the side effect happens which it lists, and a sentence names beside a word or two."""
    effects: dict[frozenset[str], list[tuple[Shares, int]]] = search.kept("listed effects", lambda: _effects(search))
    named = [effect for effect in effects if effect <= stems and len(stems - effect) <= _BESIDES]
    return effects[max(named, key=lambda effect: (len(effect), sorted(effect)))] if named else []


def _effects(search: LabelSearch) -> dict[frozenset[str], list[tuple[Shares, int]]]:
    """The side effects that stand in a list under a word for how often, each by its stems."""
    found: dict[frozenset[str], list[tuple[Shares, int]]] = {}
    headings: list[str] = search.kept("share headings", lambda: _headings(search))
    for number, (sentence, heading) in enumerate(zip(search.index.sentences, headings, strict=True)):
        said = search.said(sentence)
        if heading and not _SHARE.search(said) and len(said.split()) <= _LISTED:
            for item in re.split(r"[,;•]|\band\b", re.sub(r"\([^)]*\)", " ", said)):
                effect = search.telling(re.findall(r"[a-z-]+", item.lower()))
                if 0 < len(effect) <= _LONGEST:
                    found.setdefault(effect, []).append((_STRICT[heading], number))
    return found


def _headings(search: LabelSearch) -> list[str]:
    """For each sentence the word for how often that the list it stands in has as its heading."""
    current, above, found = "", tuple[str, ...](), list[str]()
    for sentence in search.index.sentences:
        path = search.reference.passages[sentence.passage].path
        if path != above:
            under = _HEADING.match(path[-1]) if path else None
            current, above = under[1].lower() if under else "", path
        if search.section(sentence) != "adverse-reactions":
            current = ""
        elif heading := _HEADING.match(search.said(sentence)):
            current = heading[1].lower()
        elif re.match(r"\W*(?:not known|frequency)", search.said(sentence), re.IGNORECASE):
            current = ""
        found.append(current)
    return found


def _shares(found: re.Match[str], meaning: dict[str, Shares]) -> Shares | None:
    """The least and greatest share that words or a figure stand for."""
    groups = found.groupdict()
    if groups.get("all"):
        return 0.8, 1.0
    if groups.get("seldom"):
        return meaning["very rare"]
    if groups.get("most"):
        return 0.5, 1.0
    if groups.get("word") or groups.get("often"):
        word = "common" if groups.get("often") or groups["word"].lower() == "frequent" else groups["word"].lower()
        very = bool(groups.get("very")) and word in ("common", "rare")
        return meaning[f"very {word}" if very else word]
    share = float(groups["percent"]) / 100 if groups["percent"] else _number(groups["some"]) / max(_number(groups["of"]), 1.0)
    if not 0 < share <= 1:
        return None
    bound = (groups["bound"] or "").lower()
    if bound in ("more than", "over", "at least", ">"):
        return share, 1.0
    return (0.0 if bound in ("less than", "fewer than", "under", "<") else share / 10, share) if bound else (share, share)


def _number(words: str) -> float:
    low = words.lower()
    return float(_SMALL[low]) if low in _SMALL else float(low.replace(",", "").replace(" ", ""))


def _apart(one: Shares, other: Shares) -> bool:
    """Whether two ranges are so far from each other that both cannot be meant."""
    return one[0] > other[1] * _APART or other[0] > one[1] * _APART


def _named(label: str) -> str:
    found = _SHARE.search(label) or _WORD.search(label)
    return f"“{found[0].strip()}”" if found else "another frequency"
