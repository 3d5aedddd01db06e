"""What words are normalised to, and the line that patterns match."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint.language import Lexicon, words_at
from lint.language.norms import MOST_CORRECTIONS, Normer
from lint.types.text import Block, Text

Read = Callable[..., Text]

LINES = [
    ("Don’t take it; you can't, won't and cannot.", " do not take it ; you can not , will not and can not . "),
    ("I'll go, we're sure, it's been, let's see", " i will go , we are sure , it is been , let us see "),
    ("Imuran's effect; Imurn® and azathioprin work", " @drug 's effect ; @drug and @drug work "),
    ("life-changing well‑being, decision–making", " life changing well being , decision making "),
    ("a 50-mg tablet, 10mg/kg, 6-mercaptopurine", " a 50 mg tablet , 10 mg / kg , 6 mercaptopurine "),
    ("20–25 °C, 1-800-FDA-1088 on 2024-07-20", " 20-25 ° c , 1-800-fda-1088 on 2024-07-20 "),
    ("a tumour, a Tumuor", " a tumor , a tumor "),
    ("cafe\u0301 “quoted” ‘so’", " café \" quoted \" ' so ' "),
    ("Azasan Forte tablets, azasan", " @drug tablets , azasan "),
    ("soft\u00adhyphen and non\u00a0breaking", " softhyphen and non breaking "),
    ("fresh ⚖️ start 🛡️.", " fresh ⚖ start 🛡 . "),
    ("Name........ ------", " name ... --- "),
    ("immunosuppression – not a cure", " immunosuppression – not a cure "),
    ("Imuran-treated patients", " @drug treated patients "),
]


@pytest.mark.parametrize(("text", "line"), LINES)
def test_line(text: str, line: str, read: Read) -> None:
    """The line holds the norms between single spaces, drugs as @drug, hyphens between letters left out."""
    assert "".join(s.line for s in read(text, "azathioprine").sentences).replace("  ", " ") == line


def test_words_keep_what_the_author_wrote(read: Read) -> None:
    """Text and offsets are the original's, whatever the norm."""
    text = "Don’t stop “Imurn”—well‑being counts ⚖️."
    for word in read(text, "azathioprine").sentences[0].words:
        assert text[word.start : word.end] == word.text


@pytest.mark.parametrize("text", ["It can be a life-changing drug.", "Azasan Forte (co-trimoxazole) isn't 10mg/kg.", "-a- b-c -"])
def test_offsets_lead_back_to_the_words(text: str, read: Read) -> None:
    """From the place of a form in the line to its word, and no further."""
    sentence = read(text, "azathioprine").sentences[0]
    assert len(sentence.offsets) == len(sentence.words)
    for number, word in enumerate(sentence.words):
        if number + 1 < len(sentence.words) and sentence.offsets[number + 1] == sentence.offsets[number]:
            continue  # left out
        end = sentence.line.find(" ", sentence.offsets[number])
        form = sentence.line[sentence.offsets[number] : end]
        assert form in ("@drug", word.norm.split()[0])
        assert words_at(sentence, sentence.offsets[number], end) == (number, number + 1)


def test_words_at_spans_left_out_hyphens(read: Read) -> None:
    """A match over a hyphenated word covers its hyphen too."""
    sentence = read("A life-changing drug.").sentences[0]
    start = sentence.line.index("life")
    first, last = words_at(sentence, start, start + len("life changing"))
    assert [word.text for word in sentence.words[first:last]] == ["life", "-", "changing"]


class KnowsNothing:
    def known(self, word: str) -> bool:
        return False

    def is_brand(self, word: str) -> bool:
        return False

    def american(self, word: str) -> str:
        return word


def test_each_word_is_corrected_once(lexicon: Lexicon) -> None:
    """Unknown words are looked up once per document, and not for ever."""
    asked: list[str] = []

    def correct(word: str) -> str | None:
        asked.append(word)
        return None

    normer = Normer(replace(lexicon, vocabulary=KnowsNothing(), correct=correct))
    text = "misspelt " * 5 + " ".join("mis" + chr(97 + n % 26) * (n // 26 + 1) for n in range(3000))
    normer.words(text, text, [Block("paragraph", 0, len(text))])
    assert asked.count("misspelt") == 1
    assert len(asked) == MOST_CORRECTIONS


def test_acronyms_are_corrected_to_drugs_only(read: Read) -> None:
    """Short words in capitals are taken as they stand, unless they misspell a drug's name."""
    assert read("IMURN or TUMUOR or tumuor", "azathioprine").sentences[0].line == " @drug or tumuor or tumor "
