"""Dictionaries of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.language.hunspell import dictionary_words

_AFF = """SET UTF-8
FORBIDDENWORD X
PFX R Y 1
PFX R 0 re .
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 1
SFX D 0 ed/S [^e]
"""


def test_affixes_make_words(tmp_path: Path) -> None:
    """Endings by their condition, one upon another, and beginnings with them; forbidden words are none."""
    (tmp_path / "own.aff").write_text(_AFF, encoding="utf-8")
    (tmp_path / "own.dic").write_text("4\nstudy/S\nWalk/SDR\nnaïve\nwrongg/X\n", encoding="utf-8")
    made = dictionary_words(tmp_path / "own.dic")
    assert {"study", "studies", "walk", "walks", "walked", "rewalk", "rewalks", "rewalked", "naïve"} <= made
    assert not {"wrongg", "studys", "walkies"} & made


@pytest.mark.parametrize(("flag", "entry"), [("FLAG num\n", "cat/12"), ("FLAG long\n", "cat/Aa"), ("AF 1\nAF B\n", "cat/1")])
def test_flags_of_every_kind_are_read(tmp_path: Path, flag: str, entry: str) -> None:
    """Numbers, pairs of letters and aliases."""
    name = {"FLAG num\n": "12", "FLAG long\n": "Aa"}.get(flag, "B")
    (tmp_path / "own.aff").write_text(f"SET UTF-8\n{flag}SFX {name} Y 1\nSFX {name} 0 s .\n")
    (tmp_path / "own.dic").write_text(f"1\n{entry}\n")
    assert dictionary_words(tmp_path / "own.dic") == {"cat", "cats"}


def test_a_dictionary_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """The message names the file and what to give."""
    with pytest.raises(LeaflintError, match=r"nowhere\.dic: cannot be read.*installed Hunspell"):
        dictionary_words(tmp_path / "nowhere.dic")
    (tmp_path / "bad.aff").write_bytes(b"SET UTF-8\n")
    (tmp_path / "bad.dic").write_bytes(b"1\n\xff\xfe\n")
    with pytest.raises(LeaflintError, match=r"bad\.dic: cannot be read as UTF-8"):
        dictionary_words(tmp_path / "bad.dic")
