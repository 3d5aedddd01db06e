"""Which drugs a text is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.language.drugs import brands_in
from lint.types.text import Text

Read = Callable[..., Text]
LONG = " ".join(["Warm words fill this page with nothing about tablets."] * 150)

CASES = [
    ("Azathioprine calms the immune system.", ("azathioprine",)),
    ("IMURAN tablets and Imurn's cost.", ("azathioprine",)),
    ("Nothing is said of any drug here.", ()),
    ("Warfarin thins the blood. Warfarin and Coumadin interact with azathioprine. Warfarin is old.", ("warfarin",)),
    ("# Imuran or co-trimoxazole\n\nBoth azathioprine and co-trimoxazole are old.", ("azathioprine", "cotrimoxazole")),
    ("# Imuran\n\nImuran is old. Imuran is cheap. Ask before you take co-trimoxazole.", ("azathioprine",)),
    ("Warfarin cures lupus. Talk to your doctor.", ("warfarin",)),
    ("Tell your dentist that you take warfarin.", ()),
    (f"{LONG} Some take azathioprine.", ()),
    (f"# Azathioprine\n\n{LONG}", ("azathioprine",)),
    (f"{LONG} " + "Azathioprine helps. " * 4, ("azathioprine",)),
]


@pytest.mark.parametrize(("text", "drugs"), CASES)
def test_drugs(text: str, drugs: tuple[str, ...], read: Read) -> None:
    """Drugs of references that are named often or up front, weightiest first; a drug met in passing is not among them."""
    assert read(text).drugs == drugs


def test_title_in_the_front_matter_counts(read: Read) -> None:
    """A text whose meta names the drug is about it, even if its words say "this medicine" only."""
    assert read("Take this medicine daily.", meta=(("title", "About Imuran™"),)).drugs == ("azathioprine",)


def test_only_the_drugs_of_the_text_are_marked(read: Read) -> None:
    """Names of a drug met in passing stay as they are."""
    text = read("# Imuran\n\nImuran is old. Imuran is cheap. Ask before you take co-trimoxazole.")
    assert text.sentences[-1].line == " ask before you take co trimoxazole . "


def test_given_drug_overrides(read: Read) -> None:
    """Who says what the text is about is believed."""
    assert read("Co-trimoxazole only.", "azathioprine").drugs == ("azathioprine",)


BRANDS = frozenset({"tegretol", "lipitor"})
LISTED = {name: name for name in (*BRANDS, "carbamazepine", "allopurinol", "azathioprine")}


@pytest.mark.parametrize(
    ("text", "brands"),
    [
        ("# Carbamazepine (Tegretol)", {"tegretol": "carbamazepine"}),
        ("# Tegretol (carbamazepine)", {"tegretol": "carbamazepine"}),
        ("Carbamazepine, also sold as Tegretol, is old.", {"tegretol": "carbamazepine"}),
        ("Allopurinol (azathioprine must be lowered)", {}),
        ("Allopurinol (azathioprine)", {}),
        ("Lipitor (Tegretol)", {}),
        ("Tablets (carbamazepine)", {}),
    ],
)
def test_a_listed_brand_beside_its_medicine_is_the_medicine(text: str, brands: dict[str, str]) -> None:
    """A brand of the lists stands for the substance in its brackets; a substance never stands for another, nor does a plain word."""
    known = LISTED.keys() | {"tablets"}
    assert dict(brands_in(text, LISTED.get, known.__contains__, BRANDS.__contains__)) == brands
