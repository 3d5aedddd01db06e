"""Which drugs a text is about: those of the references that it names often or up front, not the ones met in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lint.language.line import Names, name_at
from lint.types.text import Document, Word

_TITLE_WEIGHT = 5  # mentions that one in the title, the drug's meta field or a first-level heading is worth
_HEADING_WEIGHT = 2
_OPENING = 60  # words: a drug named here is what the text is about, if none outweighs it
_WORDS_PER_MENTION = 500  # in a longer text a single mention further down is one in passing
_RIVAL = 3  # a drug with less than a third of the leader's weight is met in passing
_META = ("title", "drug", "medicine", "product", "name")


def drugs_of(document: Document, blocks: Sequence[Sequence[Word]], names: Names, drug_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """The ids of the references' drugs that the text is about, weightiest first."""
    weight: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    place: dict[str, int] = {}
    count = 0
    for block, words in zip(document.blocks, blocks, strict=True):
        extra = 0 if block.kind != "heading" else _TITLE_WEIGHT if block.level <= 1 else _HEADING_WEIGHT
        for number, drug in _named(words, names, drug_of):
            weight[drug] += 1 + extra
            mentions[drug] += 1
            place.setdefault(drug, 0 if extra == _TITLE_WEIGHT else count + number)
        count += len(words)
    ours = {drug for rests in names.values() for _, drug in rests}
    for drug in _in_meta(document, names):
        weight[drug] += _TITLE_WEIGHT
        place[drug] = 0
    most = max(weight.values(), default=0)
    found = [
        drug for drug in weight
        if drug in ours and weight[drug] * _RIVAL >= most
        and (place[drug] < _OPENING or mentions[drug] * _WORDS_PER_MENTION >= count)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda drug: (-weight[drug], place[drug], drug)))


def _named(words: Sequence[Word], names: Names, drug_of: Callable[[str], str | None]) -> Iterator[tuple[int, str]]:
    for number, word in enumerate(words):
        named = name_at(words, number, names) if word.norm in names else None
        drug = named[0] if named else drug_of(word.norm) if len(word.norm) > 3 else None
        if drug:
            yield number, drug


def _in_meta(document: Document, names: Names) -> Iterator[str]:
    for key, value in document.meta:
        if key.lower() in _META:
            plain = value.lower().replace("-", " ").split()
            words = [Word(0, 0, part, part.strip(".,:;()®™’'\"")) for part in plain]
            for number in range(len(words)):
                named = name_at(words, number, names)
                if named:
                    yield named[0]
