"""Which drugs a text is about: those it names in its title, up front or often, not the ones met in passing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lint.language.line import Names, name_at
from lint.language.morphology import is_name_by_stem
from lint.types.text import Document, Word

_TITLE_WEIGHT = 5  # mentions that one in the title, the drug's meta field or a first-level heading is worth
_HEADING_WEIGHT = 2
_OPENING = 60  # words: a drug named here is what the text is about, if none outweighs it
_WORDS_PER_MENTION = 500  # in a longer text a single mention further down is one in passing
_RIVAL = 3  # a drug with less than a third of the leader's weight is met in passing
_META = ("title", "drug", "medicine", "product", "name")
_FEWEST = 2  # mentions without which a drug that no reference is there for is met in passing

_BRAND = r"(?P<brand>[A-Za-z]?[A-Z][A-Za-z-]{2,24})"
_NAME = r"(?P<name>[A-Za-z]{4,30})"
# How texts explain names, cut in two: the second half alone tells soon that a text, as most do, has none of a kind.
_ALIASES = tuple(
    (re.compile(tail), re.compile(head + tail))
    for head, tail in (
        (
            rf"\b{_BRAND}\b[\w \t/%,.-]{{0,60}}?\b",
            rf"contains?\b[\w ,]{{0,30}}?(?:substance|ingredient|medicine|drug)s? (?:is |called |named |, )?[“‘\"]?{_NAME}\b",
        ),
        ("", rf"[Aa]ctive (?:substance|ingredient)s? (?:in|of) {_BRAND}\b[\w ,]{{0,20}}? is {_NAME}\b"),
        (rf"\b{_BRAND}(?: is)?,? (?:an?|the|one)", rf" brand(?: name)? (?:name )?(?:of|for) {_NAME}\b"),
        (rf"\b{_BRAND} ?", rf"\((?:active (?:substance|ingredient):? |generic(?: name)?:? )?{_NAME}(?: [a-z]+)?\)"),
        (rf"\b{_NAME} ?", rf"\((?:brand(?: names?)?:? |also (?:known|sold) as |sold as )?{_BRAND}\b[^)]{{0,40}}\)"),
        (
            rf"\b{_NAME},? (?:(?:also )?(?:sold|known|marketed|available) )?",
            rf"(?:as|under the (?:brand |trade )?names?) {_BRAND}\b",
        ),
    )
)
_CAPITAL = re.compile(r"(?<![\w-])[a-z]{0,5}[A-Z][A-Za-z]{3,24}(?![\w-])")
_TAKEN = re.compile(
    r"\b(?:[Tt]ak(?:e|ing|en)|[Uu]s(?:e|ing)|[Gg]iven|[Rr]eceiv(?:e|ing)|[Ww]hat|[Ss]top(?:ping)?) ([a-z]{0,5}[A-Z][A-Za-z]{3,24})(?![\w-])"
)
_NO_NAMES = frozenset("called named which that this with each from also known there these other into only".split())
_OFTEN = 3  # mentions that make a capitalised word of no list the name of the medicine
_COUNTED = 100_000  # characters
_LOOKED_THROUGH = 6000  # characters at the start, where a text says what its brand contains


def drugs_of(
    document: Document, blocks: Sequence[Sequence[Word]], norms: Sequence[Sequence[str]], names: Names, others: Mapping[str, str],
    drug_of: Callable[[str], str | None],
) -> tuple[str, ...]:  # fmt: skip
    """The ids of the drugs that the text is about, weightiest first; without a reference only what it plainly deals with.

    `norms` are those of the blocks' words, `names` the names of references, `others` the norms among them that name another drug;
    `drug_of` tells of words besides.
    """
    weight: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    place: dict[str, int] = {}
    titled: set[str] = set()
    count = 0
    for block, words, own in zip(document.blocks, blocks, norms, strict=True):
        extra = 0 if block.kind != "heading" else _TITLE_WEIGHT if block.level <= 1 else _HEADING_WEIGHT
        for number, drug in _named(words, own, names, others):
            weight[drug] += 1 + extra
            mentions[drug] += 1
            place.setdefault(drug, 0 if extra == _TITLE_WEIGHT else count + number)
            titled |= {drug} if extra == _TITLE_WEIGHT else set()
        count += len(words)
    ours = {drug for rests in names.values() for _, drug in rests}
    for drug in _in_meta(document, names, drug_of):
        weight[drug] += _TITLE_WEIGHT
        place[drug] = 0
        titled.add(drug)
    most = max(weight.values(), default=0)
    plain = titled if titled or len(weight) != 1 else {drug for drug in weight if place[drug] == 0}  # the only one, and the first word
    found = [
        drug for drug in weight
        if weight[drug] * _RIVAL >= most
        and (place[drug] < _OPENING or mentions[drug] * _WORDS_PER_MENTION >= count)
        and (drug in ours or drug in plain or (weight[drug] == most and mentions[drug] >= _FEWEST))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda drug: (-weight[drug], place[drug], drug)))


def brands_in(
    text: str, drug_of: Callable[[str], str | None], known: Callable[[str], bool], is_brand: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Names that the text itself explains, with the drug each stands for: “Tyverb contains the active substance lapatinib”.

    A word that is `known` is none, unless it is one of the lists' medicines and there a brand: “Tegretol (carbamazepine)”.
    """
    start = text[:_LOOKED_THROUGH]
    seen: set[str] = set()
    for sign, pattern in _ALIASES:
        for found in pattern.finditer(start) if sign.search(start) else ():
            brand, drug = found["brand"].lower(), drug_of(found["name"].lower())
            if drug is None and "active" in found[0] and found["name"].lower() not in _NO_NAMES:
                drug = found["name"].lower()  # a substance of no list, which the text itself names as one
            unheard = drug_of(brand) in (None, brand) and not known(brand)
            listed = drug_of(brand) == brand and is_brand(brand) and drug is not None and not is_brand(drug)
            if drug and brand not in seen and brand != drug and (unheard or listed):
                seen.add(brand)
                yield brand, drug


def unlisted(text: str, known: Callable[[str], bool], listed: Iterable[str] = ()) -> str | None:
    """A name of no list that the text speaks of as a medicine: a capital, often, and after “take”, “using” or “what … is”.

    None where the text names one of the `listed` medicines as often.
    """
    spoken = set(_TAKEN.findall(text[:_COUNTED]))
    if not spoken:
        return None
    counts = Counter(_CAPITAL.findall(text[:_COUNTED]))
    likely = [(count, name) for name, count in counts.items() if count >= _OFTEN and name in spoken and _no_word(name.lower(), known)]
    count, name = max(likely, default=(0, ""))
    low = text[:_COUNTED].lower()
    return name.lower() if name and all(low.count(other) < count for other in listed) else None


def _no_word(low: str, known: Callable[[str], bool]) -> bool:
    return is_name_by_stem(low) or not known(low)


def _named(words: Sequence[Word], norms: Sequence[str], names: Names, others: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for number in [number for number, norm in enumerate(norms) if norm in names or norm in others]:
        named = name_at(words, number, names)
        drug = named[0] if named else others.get(norms[number])
        if drug:
            yield number, drug


def _in_meta(document: Document, names: Names, drug_of: Callable[[str], str | None]) -> Iterator[str]:
    for key, value in document.meta:
        if key.lower() in _META:
            plain = value.lower().replace("-", " ").split()
            words = [Word(0, 0, part, part.strip(".,:;()®™’'\"")) for part in plain]
            norms = [word.norm for word in words]
            others = {norm: drug for norm in norms if len(norm) > 3 and (drug := drug_of(norm))}
            yield from (drug for _, drug in _named(words, norms, names, others))
