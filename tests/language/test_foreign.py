"""Lines in other languages."""

from __future__ import annotations

import pytest

from lint.language.correct import Corrector
from lint.language.foreign import is_foreign


@pytest.mark.parametrize(
    "line",
    [
        "Nehmen Sie dieses Arzneimittel immer genau nach Anweisung Ihres Arztes ein.",
        "Si vous avez d'autres questions, interrogez votre médecin ou votre pharmacien.",
        "Należy zachować tę ulotkę, aby w razie potrzeby móc ją ponownie przeczytać.",
        "Ha bármilyen kérdése van, forduljon kezelőorvosához vagy gyógyszerészéhez.",
    ],
)
def test_other_languages_are_not_english(corrector: Corrector, line: str) -> None:
    """A sentence of a leaflet in German, French, Polish, Hungarian."""
    assert is_foreign(line, corrector.vocabulary.known)


@pytest.mark.parametrize(
    "line",
    [
        "Take this medicine exactly as your doctor has told you.",
        "Tkae thsi medicin exactly as yuor docter has told you to.",
        "microcrystalline cellulose, croscarmellose sodium, magnesium stearate, hypromellose, macrogol 3350, talc",
        "Pseudomonas aeruginosa, Klebsiella pneumoniae, Escherichia coli",
        "Merck Sharp & Dohme",
    ],
)
def test_english_with_errors_or_latin_is_english(corrector: Corrector, line: str) -> None:
    """Misspelt English, lists of excipients and Latin names stay with the spell checker."""
    assert not is_foreign(line, corrector.vocabulary.known)
