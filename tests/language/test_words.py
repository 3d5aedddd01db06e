"""Vocabulary, derivation, variants, and the suggestions for what is no word."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language.correct import Corrector
from lint.language.slips import cost
from lint.language.sounds import sound
from lint.language.variants import british, plain


@pytest.mark.parametrize(
    "word",
    "haemorrhage hemorrhage hypokalaemia oesophagitis nephrologist glomerulonephritis hepatosplenomegaly dihydrate hydrogenphosphate "
    "tumours colouring anaesthetised paediatrician sulphonylureas macrogol adalimumab upadacitinib pembrolizumab nephrotoxicity "
    "it's patient's doesn't thrombocytopenia Stevens Behçet Dupixent transformative gastroenterologists".split(),
)
def test_words_of_medicine_are_known(corrector: Corrector, word: str) -> None:
    """Both variants of English, Latin, compounds, salts, generic names by stem, and names with their capital count as right."""
    assert corrector.vocabulary.spelt(word)


@pytest.mark.parametrize(
    "word",
    "neccessary haemorrage thrombocitopenia exanthaema versicolour cofused referal deside transpanted releaf retart teached knowned "
    "noticable manuever azathiaprine ketaconazole upadacitinibb hepatosplenomegally doctour prescribre sycrest beleive".split(),
)
def test_misspellings_are_not_known(corrector: Corrector, word: str) -> None:
    """Neither a prefix before any word, nor the endings of the other variant, nor a stem of names makes a misspelling right."""
    assert not corrector.vocabulary.spelt(word)


def test_random_slips_in_common_words_are_almost_never_known(corrector: Corrector) -> None:
    """A lax vocabulary would let misspellings pass: of 3,000 random slips in words of labels, under 2 % make another known word."""
    vocabulary, rng = corrector.vocabulary, random.Random(4)
    words = rng.sample(sorted(w for w in vocabulary.health if len(w) >= 7 and w.isalpha()), 1000)
    slips = [slip for word in words for _ in range(3) if (slip := _slip(word, rng)) != word]
    known = [slip for slip in slips if vocabulary.spelt(slip)]
    assert len(known) < 0.02 * len(slips), known


def _slip(word: str, rng: random.Random) -> str:
    at, letter = rng.randrange(1, len(word)), rng.choice(string.ascii_lowercase)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ]
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("neccessary", "necessary"), ("definately", "definitely"), ("seperate", "separate"),
        ("recieve", "receive"), ("occured", "occurred"),
        ("pharmasist", "pharmacist"), ("symtoms", "symptoms"), ("diarhea", "diarrhea"), ("alergic", "allergic"),
        ("Occassionally", "Occasionally"),
        ("HEADACHEES", "HEADACHES"), ("sighrynge", "syringe"), ("cimptomatic", "symptomatic"), ("medicinefor", "medicine for"),
        ("sodiumand", "sodium and"), ("perscription", "prescription"), ("stomache", "stomach"), ("vomitting", "vomiting"),
    ],
)  # fmt: skip
def test_the_first_suggestion_is_what_people_mean(corrector: Corrector, wrong: str, right: str) -> None:
    """By eye and by ear, run-together words too, in the case of the word."""
    assert corrector.suggest(wrong)[0] == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("metphormin", "metformin"), ("lipator", "lipitor"), ("azithromicin", "azithromycin"), ("levothyroxin", "levothyroxine"),
        ("ibuprophen", "ibuprofen"), ("seraquil", "seroquel"), ("zoloff", "zoloft"), ("lisinipril", "lisinopril"), ("zanax", "xanax"),
        ("percoset", "percocet"), ("vicadin", "vicodin"), ("wellbutron", "wellbutrin"), ("coumidin", "coumadin"),
        ("azathiaprine", "azathioprine"),
        ("hydrocodon", "hydrocodone"), ("Tylonol", "Tylenol"), ("topomax", "topamax"), ("klonapin", "klonopin"),
    ],
)  # fmt: skip
def test_misspelt_medicines_are_recognised(corrector: Corrector, wrong: str, right: str) -> None:
    """Consumers spell names by ear: the right medicine comes first."""
    assert corrector.means_drug(wrong)
    assert corrector.suggest(wrong)[0] == right


def test_suggestions_keep_to_the_variant(corrector: Corrector) -> None:
    """A British text is offered British words; a word begun in one variant is finished in it."""
    assert corrector.suggest("hemorrage", "UK")[0] == "haemorrhage"
    assert corrector.suggest("hemorrage", "US")[0] == "hemorrhage"
    assert corrector.suggest("haemorrage", "US")[0] == "haemorrhage"


def test_a_medicine_is_never_fixed_without_asking(corrector: Corrector) -> None:
    """A safe fix is one clear correction of an ordinary word."""
    assert corrector.safe_fix("azathiaprine") is None
    assert corrector.safe_fix("neccessary") == "necessary"


@pytest.mark.parametrize("wrong", ["eliminatte", "tweleve", "tablests", "guarentee", "pregnent"])
def test_numbers_and_claims_are_never_fixed_without_asking(corrector: Corrector, wrong: str) -> None:
    """They are suggested; what a text says of doses and benefits is for its author to write."""
    assert corrector.suggest(wrong)
    assert corrector.safe_fix(wrong) is None


def test_a_far_word_is_no_slip(corrector: Corrector) -> None:
    """A word unlike any known one is one we do not know, not a misspelling."""
    assert not corrector.is_slip("xgwtz")
    assert corrector.is_slip("beleive")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=string.ascii_lowercase + "äéß'", min_size=0, max_size=70))
def test_any_string_can_be_asked_about(corrector: Corrector, word: str) -> None:
    """Suggesting never fails, and never suggests the word itself."""
    assert word not in corrector.suggest(word)


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12), st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12))
def test_slips_cost_something_unless_there_is_none(one: str, other: str) -> None:
    """Only equal words cost nothing."""
    assert (cost(one, other) == 0) == (one == other)


def test_usual_slips_are_cheap() -> None:
    """Swapped and doubled letters and wrong vowels cost less than any other change."""
    assert max(cost("recieve", "receive"), cost("occured", "occurred"), cost("seperate", "separate")) < cost("recxive", "receive")


@pytest.mark.parametrize(
    ("one", "other"), [("metphormin", "metformin"), ("sighrynge", "syringe"), ("fysician", "physician"), ("nife", "knife")]
)
def test_words_that_sound_alike_have_one_sound(one: str, other: str) -> None:
    """The key is that of the ear."""
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("us", "uk"),
    [
        ("hemorrhage", "haemorrhage"),
        ("anemia", "anaemia"),
        ("edema", "oedema"),
        ("tumors", "tumours"),
        ("systemic", "systemic"),
        ("academic", "academic"),
    ],
)
def test_variants_have_their_roots(us: str, uk: str) -> None:
    """Only roots of which the other form is certain are changed."""
    assert british(us) == uk
    assert uk == us or "our" in uk or plain(uk) == us
