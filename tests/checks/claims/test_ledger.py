"""What the ledger shows as borne out by the label, and what only as the nearest that it says."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.review import Claim
from tests.labelled import label_of

SECTIONS = {
    "indications": "Plurovast is indicated for moderate to severe plaque psoriasis in adults. Limitations of use: Plurovast is not "
    "indicated for guttate psoriasis.",
    "warnings": "Active infections should be treated before the first dose. Allergic reactions, with rash and swelling, can occur.",
    "interactions": "Tell your doctor if you take rifampicin, a medicine used to treat tuberculosis.",
    "dosage": "The recommended dose is 40 mg once daily.",
}


def _claim(said: str, reviewer: Reviewer) -> Claim:
    own = reviewer.with_labels([label_of("plurovast", SECTIONS, "US")])
    claims = review_text(said, kind="article", jurisdiction="US", reviewer=own).claims
    return next(claim for claim in claims if claim.place.quote == said)


@pytest.mark.parametrize(
    "said",
    [
        "Plurovast is used for moderate to severe plaque psoriasis in adults.",
        "The recommended dose of plurovast is 40 mg once daily.",
        "Active infections should be treated before the first dose of plurovast.",
    ],
)
def test_supported(said: str, reviewer: Reviewer) -> None:
    """What the label says too."""
    assert _claim(said, reviewer).verdict == "supported"


@pytest.mark.parametrize(
    "said",
    [
        "Plurovast is used for mild plaque psoriasis in adults.",
        "Plurovast is used for plaque psoriasis in children.",
        "Active infections can be treated after the first dose of plurovast.",
        "Plurovast is used for psoriasis with guttate spots.",
        "Plurovast treats tuberculosis.",
    ],
)
def test_not_supported(said: str, reviewer: Reviewer) -> None:
    """Another degree, age or order, or a use that the label denies, is not what it says, though it speaks of the same."""
    assert _claim(said, reviewer).verdict != "supported"


def test_the_nearest_is_shown(reviewer: Reviewer) -> None:
    """Where the label speaks of the matter without saying so, its words stand beside the claim."""
    claim = _claim("Active infections can be treated after the first dose of plurovast.", reviewer)
    assert claim.verdict == "not-in-reference"
    assert (claim.evidence[0].quote or "").startswith("Active infections should be treated before")
