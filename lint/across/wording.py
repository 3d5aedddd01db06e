"""Findings across documents, worded by their rules and placed in the documents they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lint.across.approved import Deviation
from lint.across.dangers import Danger, Leftover
from lint.across.index import At, Page, Pages, positions
from lint.across.repeated import Copies, Node
from lint.types.fingerprint import fingerprint_of
from lint.types.review import Finding, Related, listed
from lint.types.rule import Rule
from lint.types.shown import shortened
from lint.types.text import Place

_MANY = 20  # other places of a passage that are listed
Rules = Callable[[str], Rule]


def of_copies(index: Pages, found: Copies, rules: Rules) -> Finding:
    """A page or passage that stands in several documents, told at its last place."""
    *others, last = (_place(index, node) for node in found.places)
    pages = [index.pages[node[0]] for node in found.places]
    first = others[0].path
    if found.whole:
        swapped = len({page.drugs for page in pages}) > 1
        told = {
            "first": first, "share": f"{found.share:.0%}",
            "how": "with another medicine’s name" if swapped else "in the same words",
        }  # fmt: skip
        related = [Related(place, "this page says it too") for place in others]
        return _finding(rules("repeated-page"), pages[-1], last, related, told, about=[f"{page.name} {page.part}" for page in pages[:-1]])
    told = {"first": others[0].path, "count": f"{len(others)} other page{'s' * (len(others) > 1)}"}
    related = [Related(place, "it stands here too") for place in others]
    return _finding(rules("repeated-passage"), pages[-1], last, related, told, severity="info" if found.sentences == 1 else "")


def of_danger(index: Pages, found: Danger, rules: Rules) -> Finding:
    """A dangerous difference, told at the last page, with the pages of the other version first."""
    *same, last = (_at(index, at) for at in found.here)
    others = [_at(index, at) for at in found.there]
    here, there = (", ".join(getattr(difference, side) for difference in found.differences) for side in ("here", "there"))
    told = {"first": others[0].path, "kind": found.differences[0].kind, "here": here, "there": there}
    related = [
        *(Related(place, f"here it is “{there}”") for place in others),
        *(Related(place, f"here too it is “{here}”") for place in same),
    ]
    return _finding(rules("dangerous-difference-across"), index.pages[found.here[-1].page], last, related, told, severity=found.severity)


def of_leftover(index: Pages, found: Leftover, rules: Rules) -> Finding:
    """A sentence left over from another page."""
    place, other = _at(index, found.here), _at(index, found.there)
    own = ", ".join(index.pages[found.here.page].drugs)
    note = f"this page is about {found.drug}" if found.source else "here the page’s own medicine stands in its place"
    return _finding(
        rules("passage-of-another-page"),
        index.pages[found.here.page],
        place,
        [Related(other, note)],
        {"drug": found.drug, "own": own, "first": other.path},
    )


def of_deviation(index: Pages, found: Deviation, rules: Rules) -> Finding:
    """Wording that differs from an approved text."""
    *same, last = (_at(index, at) for at in found.here)
    related = [Related(found.approved, "the approved wording"), *(Related(place, "it stands here too") for place in same)]
    told = {"name": found.name, "difference": found.difference}
    return _finding(rules("other-than-approved"), index.pages[found.here[-1].page], last, related, told, severity=found.severity)


def _finding(
    rule: Rule,
    page: Page,
    place: Place,
    related: Iterable[Related],
    told: Mapping[str, str],
    *,
    severity: str = "",
    about: Iterable[str] = (),
) -> Finding:
    """`about`: what the finding is known by besides its page; by default its passages."""
    said = rule.message.replace("{quote}", shortened(place.quote))
    for name, value in told.items():
        said = said.replace("{" + name + "}", value)
    others = tuple(related)
    passages = sorted(about) or sorted({place.quote, *(other.place.quote for other in others)})
    fingerprint = fingerprint_of(page.name, page.part, rule.code, *passages)
    return Finding(
        rule=rule.code, name=rule.name, check=rule.check, severity=severity or rule.severity, path=place.path, part=place.part,
        message=said, why=rule.why, place=place, related=listed(others, _MANY), fingerprint=fingerprint,
    )  # fmt: skip


def _at(index: Pages, at: At) -> Place:
    return _place(index, (at.page, at.number, at.number))


def _place(index: Pages, node: Node) -> Place:
    """The place of a range of sentences; of a whole page, its first sentence."""
    page, first, last = node
    digest = index.digest(page)
    if last < first:
        first = last = next((number for number, sentence in enumerate(digest.sentences) if sentence.kind != "heading"), 0)
        return digest.place(first, last)
    order = positions(digest)
    return digest.place(order.index(first), order.index(last))
