"""What pages of one run say of each other."""

from __future__ import annotations

import json
import pickle
import random
from dataclasses import asdict

import pytest

from tests.across.conftest import Joined, digest

COPIED = "Wash your hands with soap before you open the bottle. Let one drop fall into each eye and keep it closed for a minute."
OWN = {
    "a.md": "The drops lower the pressure inside the eye. Most people use them for years without any trouble at all.",
    "b.md": "This ointment soothes sore lids overnight. A thin layer of it is enough for the whole lid and both corners.",
    "c.md": "Artificial tears keep the surface of the eye wet. They are sold without a prescription in every pharmacy.",
}


def with_passage(*paths: str) -> dict[str, str]:
    """The pages, of which some have the copied passage."""
    return {path: f"{text}\n{COPIED}" if path in paths else text for path, text in OWN.items()}


def test_a_passage_is_one_finding_at_its_last_place(joined: Joined) -> None:
    """A passage on three pages is told once, on the last of them, with the others in order."""
    (finding,) = joined(with_passage("a.md", "b.md", "c.md"))
    assert (finding.name, finding.severity, finding.path) == ("repeated-passage", "warning", "c.md")
    assert [other.place.path for other in finding.related] == ["a.md", "b.md"]
    assert finding.place is not None
    assert (finding.place.line, finding.place.end_line) == (3, 4)
    assert finding.place.quote.startswith("Wash your hands")
    assert finding.place.quote.endswith("for a minute")


def test_pages_that_share_nothing_are_silent(joined: Joined) -> None:
    """Pages with their own words give no finding."""
    assert joined(OWN) == []


def test_a_copied_page_is_told_as_a_page(joined: Joined) -> None:
    """The largest unit: a page that copies another is one finding, not one for each passage."""
    page = f"{OWN['a.md']}\n{COPIED}\n{OWN['b.md']}"
    (finding,) = joined({"one.md": page, "two.md": page.replace("lower", "reduce"), "c.md": OWN["c.md"]})
    assert (finding.name, finding.path) == ("repeated-page", "two.md")
    assert "one.md" in finding.message
    assert "same words" in finding.message


def test_a_page_with_the_name_swapped_is_a_copy(joined: Joined) -> None:
    """Pages on different medicines in which each own name reads @drug are copies with another name."""
    page = f"@drug is used in the eye. {OWN['a.md']}\n{COPIED}"
    (finding,) = joined([digest("a.md", page, drugs=("timolol",)), digest("b.md", page, drugs=("betaxolol",))])
    assert finding.name == "repeated-page"
    assert "another medicine’s name" in finding.message


@pytest.mark.parametrize("seed", range(3))
def test_edited_copies_are_found(joined: Joined, seed: int) -> None:
    """One word in ten of a copy may be another one."""
    rng = random.Random(seed)
    passage = f"{COPIED} Do not touch the eye with the tip of the bottle. Wait ten minutes between two kinds of drops for the same eye."
    edited = " ".join("thing" if rng.random() < 0.1 and "." not in word else word for word in passage.split())
    filler = [" ".join(f"x{rng.randrange(10_000)}" for _ in range(30)) for _ in range(2)]
    found = joined({"a.md": f"{filler[0]}\n{OWN['a.md']}\n{passage}", "b.md": f"{filler[1]}\n{OWN['b.md']}\n{edited}"})
    assert [(finding.name, finding.path) for finding in found] == [("repeated-passage", "b.md")]


def test_what_most_pages_share_is_no_finding(joined: Joined) -> None:
    """The frame of a site is silent however many pages have it, and hides no other copy."""
    rng = random.Random(1)
    pages = {f"{n:02}.md": " ".join(f"x{rng.randrange(10_000)}" for _ in range(60)) + f"\n{COPIED}" for n in range(20)}
    assert joined(pages) == []
    for path in ("03.md", "07.md"):
        pages[path] += f"\n{OWN['a.md']} {OWN['b.md']}"
    (finding,) = joined(pages)
    assert finding.path == "07.md"
    assert finding.place is not None
    assert finding.place.quote.startswith("The drops lower")


def test_another_dose_on_pages_of_one_medicine_is_dangerous(joined: Joined) -> None:
    """The difference is an error on the last page that shows both sides."""
    dose = "Let 2 drops of @drug fall into the sore eye before you go to bed."
    pages = [digest("a.md", dose, drugs=("timolol",)), digest("b.md", dose.replace("2", "4"), drugs=("timolol",))]
    (finding,) = joined(pages)
    assert (finding.name, finding.severity, finding.path) == ("dangerous-difference-across", "error", "b.md")
    assert "“4”" in finding.message
    assert "“2”" in finding.message
    assert "number" in finding.message
    assert [other.place.path for other in finding.related] == ["a.md"]


def test_another_dose_on_pages_of_other_medicines_is_no_danger(joined: Joined) -> None:
    """Two medicines with one template have two doses: that is at most worth a look, and nothing where there are many."""
    dose = "Let {} drops of @drug fall into the sore eye before you go to bed at night."
    pages = [digest(f"{n}.md", dose.format(n), drugs=(f"drug{n}",)) for n in range(1, 5)]
    assert {finding.severity for finding in joined(pages[:2])} <= {"info"}
    assert joined(pages) == []


def test_strengths_in_the_titles_are_no_danger(joined: Joined) -> None:
    """Pages that say which strength they are on differ in it rightly."""
    text = "Each bottle of @drug holds {} mg in one millilitre of clear liquid for the eye."
    pages = [digest(f"{n}.md", text.format(n), drugs=("timolol",), title=f"Timolol {n} mg") for n in (2, 5)]
    assert {finding.severity for finding in joined(pages)} <= {"info"}


def test_rows_of_one_page_are_no_danger(joined: Joined) -> None:
    """A page that has both versions itself lists them: it contradicts no other page."""
    row = "Children who weigh {} kg take one spoon of the syrup after each meal of the day."
    assert not [f for f in joined({"a.md": f"{row.format(10)}\n{row.format(20)}", "b.md": row.format(10)}) if "dangerous" in f.name]


def test_what_is_left_of_another_page_is_told_with_that_page(joined: Joined) -> None:
    """A sentence that names the medicine of another page, where the page's own should stand, is a leftover."""
    sentence = "Most people who take {} in the evening notice nothing at all for weeks."
    pages = [
        digest("sim.md", f"@drug lowers cholesterol.\n{sentence.format('@drug')}", drugs=("simvastatin",)),
        digest("war.md", f"@drug thins the blood.\n{sentence.format('simvastatin')}", drugs=("warfarin",)),
    ]
    (finding,) = joined(pages)
    assert (finding.name, finding.severity, finding.path) == ("passage-of-another-page", "error", "war.md")
    assert "simvastatin" in finding.message
    assert finding.related[0].place.path == "sim.md"


def test_a_medicine_that_the_page_deals_with_is_no_leftover(joined: Joined) -> None:
    """A page that explains or names the other medicine again and again does so on purpose."""
    sentence = "Most people who take {} in the evening notice nothing at all for weeks."
    explained = digest("war.md", f"@drug contains simvastatin as well.\n{sentence.format('simvastatin')}", drugs=("warfarin",))
    assert joined([digest("sim.md", f"@drug lowers cholesterol.\n{sentence.format('@drug')}", drugs=("simvastatin",)), explained]) == []


def test_the_order_of_digests_does_not_matter(joined: Joined) -> None:
    """Any order of pages gives the same findings in the same order."""
    pages = [digest(path, text) for path, text in with_passage("a.md", "c.md").items()]
    pages += [digest("d.md", f"Use 2 drops. {OWN['a.md']}"), digest("e.md", OWN["a.md"].replace("years", "weeks"))]
    expected = joined(pages)
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert joined(pages) == expected


def test_digests_are_plain_data() -> None:
    """A digest travels between processes and becomes JSON and back without loss."""
    one = digest("a.md", COPIED, drugs=("timolol",), title="Eyes")
    assert pickle.loads(pickle.dumps(one)) == one
    assert json.loads(json.dumps(asdict(one)))["sentences"][0][0] == one.sentences[0].line
