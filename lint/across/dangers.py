"""Near-equal sentences of different pages that differ in something dangerous, and what is left over from another page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.across.index import At, Index, Page, Pages
from lint.across.near import Near
from lint.repeats.difference import Difference, Words, named
from lint.types.digest import Digest

_LEAST = 8  # words of a sentence with a dangerous difference
_LEAST_OTHER = 12  # the same on pages about different medicines
MOST = 20  # places of one version that are looked at
_FEW = 3  # sentences that name a medicine which the page does not deal with
_EXPLAINS = frozenset("contains contain containing substance substances active ingredient ingredients brand generic same".split())
OWN = "@drug"


@dataclass(frozen=True, slots=True)
class Danger:
    """A sentence that stands on some pages so and on others otherwise."""

    here: tuple[At, ...]  # the version of the last page, in order
    there: tuple[At, ...]
    differences: tuple[Difference, ...]  # gravest first
    severity: str  # error | warning | info


@dataclass(frozen=True, slots=True)
class Leftover:
    """A sentence that names another medicine where its page's own should stand."""

    here: At
    there: At  # where the sentence stands on a page about that medicine, else with a page's own
    drug: str
    source: bool  # whether `there` is a page about that medicine


def dangers(index: Index, nears: Iterable[Near], words: Words, without: frozenset[int]) -> Iterator[Danger | Leftover]:
    """The dangerous differences among near sentences."""
    found = [near for near in nears if near.dangers and not {near.one, near.other} & without]
    versions = Counter(key for near in found for key in (near.one, near.other))
    for near in found:
        yield from judged(index, near, words, varied=max(versions[near.one], versions[near.other]) > 1)


def judged(index: Pages, near: Near, words: Words, *, varied: bool) -> Iterator[Danger | Leftover]:
    """What a dangerous difference of two sentences is; `varied`: whether one of them has other dangerous twins as well."""
    ones, others = index.places(near.one), index.places(near.other)
    if {at.page for at in ones} & {at.page for at in others}:
        return  # rows of one page: strengths, ages
    first = near.dangers[0]
    if first.kind == "medicine" and OWN in (first.here, first.there):
        yield from _leftovers(index, (ones, near.line), (others, near.otherline), first, words)
        return
    danger = _danger(index.pages, near, ones[:MOST], others[:MOST], words)
    shortest = _LEAST if danger.severity != "info" else _LEAST_OTHER
    if near.line.count(" ") + 1 >= shortest and not (varied and danger.severity == "info"):
        yield danger


def _danger(pages: Sequence[Page], near: Near, ones: list[At], others: list[At], words: Words) -> Danger:
    """The difference between those pages for which it weighs most."""
    differences = near.dangers
    there, here = near.line.split(), near.otherline.split()
    parts = near.likeness.parts if near.likeness else ()
    products = len(parts) > 1 and any(named(there, here, region, words) for region in parts)
    weights = {(one.page, other.page): _weight(pages[one.page], pages[other.page], differences) for one in ones for other in others}
    most = max(weights.values())
    kept = {pair for pair, weight in weights.items() if weight == most}
    one = tuple(at for at in ones if any(pair[0] == at.page for pair in kept))
    other = tuple(at for at in others if any(pair[1] == at.page for pair in kept))
    severity = "info" if products else ("info", "warning", "error")[most]
    if max(at.page for at in one) > max(at.page for at in other):
        turned = tuple(Difference(difference.kind, difference.there, difference.here) for difference in differences)
        return Danger(one, other, turned, severity)
    return Danger(other, one, differences, severity)


def _weight(one: Page, other: Page, differences: tuple[Difference, ...]) -> int:
    """2 for pages on one medicine, 1 if that is not known of one of them, 0 for different medicines or products."""
    if one.drugs and other.drugs and not set(one.drugs) & set(other.drugs):
        return 0
    figures = [{word.strip(".,") for word in page.title.lower().split() if any(c.isdigit() for c in word)} for page in (one, other)]
    if figures[0] != figures[1] and all(figures) and all(difference.kind == "number" for difference in differences):
        return 0
    return 2 if bool(one.drugs) == bool(other.drugs) else 1


def _leftovers(
    index: Pages, one: tuple[list[At], str], other: tuple[list[At], str], difference: Difference, words: Words
) -> Iterator[Leftover]:
    """The places that name a medicine their page is not about, where the other version has the page's own."""
    name = difference.there if difference.here == OWN else difference.here
    (names, line), (own, _) = (one, other) if difference.here == OWN else (other, one)
    drug = words.drug_of(name)
    if drug is None or OWN in line.split() or line.count(" ") + 1 < _LEAST:
        return
    sources = [at for at in own if drug in index.pages[at.page].drugs]
    for at in names[:MOST]:
        about = index.pages[at.page].drugs
        if about and drug not in about and _in_passing(index.digest(at.page), drug, words):
            yield Leftover(at, (sources or own)[0], drug, bool(sources))


def _in_passing(digest: Digest, drug: str, words: Words) -> bool:
    """Whether a page names a medicine a few times only, and not as what its own contains or is compared with."""
    lines = [sentence.line.split() for sentence in digest.sentences]
    naming = [line for line in lines if any(words.drug_of(word) == drug for word in line if len(word) > 3)]
    own = sum(OWN in line for line in lines)
    return len(naming) <= _FEW and own >= len(naming) and all(_EXPLAINS.isdisjoint(line) for line in naming)
