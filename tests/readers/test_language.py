"""Tests of languages: what is plainly not English is a gap, by document and by passage; what may be English is checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.readers import read
from lint.readers.language import _ASCII_WORD, _WORD, foreign
from lint.types.review import Skipped
from lint.types.text import Source
from tests.readers.conftest import Read, omitted, texts

FRENCH = "Prenez ce médicament avec un verre d'eau et ne dépassez pas la dose que votre médecin a prescrite."
SENTENCES = {
    "German": "Nehmen Sie dieses Mittel immer genau nach Absprache mit Ihrem Arzt ein und fragen Sie, wenn Sie nicht sicher sind.",
    "Spanish": "Siga las instrucciones de su médico para el uso de este medicamento y no tome una dosis doble.",
    "Italian": "Prenda questo medicinale come il medico ha detto e non prenda una dose doppia se ne ha dimenticata una.",
    "Dutch": "Gebruik dit middel altijd precies zoals uw arts u dat heeft verteld en neem geen dubbele dosis.",
    "Polish": "Ten lek należy przyjmować tak, jak powiedział lekarz, i nie należy brać go więcej niż jest to potrzebne.",
    "Swedish": "Ta alltid detta läkemedel som din läkare har sagt och fråga om du är osäker på hur det ska tas.",
    "Greek script": "Να παίρνετε το φάρμακο αυτό σύμφωνα με τις οδηγίες του γιατρού σας κάθε μέρα.",
    "Cjk script": "请始终按照医生的指示服用此药，不要自行停药或者加量。",
    "Cyrillic script": "Приемайте това лекарство точно както Ви е казал Вашият лекар всеки ден.",
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_other_languages_are_named(language: str, text: str) -> None:
    """By their small words, or their script."""
    assert foreign(text, 8) == language


@pytest.mark.parametrize(
    "text",
    [
        "Always take this medicine exactly as your doctor has told you.",
        "Lactose monohydrate, maize starch, magnesium stearate, stearic acid, povidone, hypromellose, titanium dioxide",
        "Aripiprazole contains less than 1 mmol sodium (23 mg) per vial, i.e. is essentially sodium free.",
        "Belgique België Belgien Tél Tel Deutschland Telefon Italia Sverige",
        "La dose de pointe", "µ α β γ", "שלום לך cures את הכול",
    ],
)  # fmt: skip
def test_what_may_be_english_is_checked(text: str) -> None:
    """English, lists of names, and texts too short to tell."""
    assert foreign(text, 8) == ""


def test_a_document_in_another_language_is_a_gap() -> None:
    """It is not reviewed, and the reason names the language."""
    (found,) = read(Source("a.txt", (FRENCH + " " + FRENCH).encode()))
    assert isinstance(found, Skipped)
    assert "another language (French)" in found.reason


def test_a_passage_in_another_language_is_left_out(document: Read) -> None:
    """The English around it is checked; the passage is said, with its place."""
    found = document(
        "a.md", f"Take this with food as your doctor told you, and do not stop.\n\n{FRENCH}\n\nAsk your pharmacist if you are not sure."
    )
    assert len(texts(found)) == 2
    assert omitted(found) == [("passage", FRENCH)]


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_words_are_the_same_either_way(text: str) -> None:
    """The quick expression for plain letters finds the words that the general one finds."""
    assert _ASCII_WORD.findall(text) == _WORD.findall(text)
