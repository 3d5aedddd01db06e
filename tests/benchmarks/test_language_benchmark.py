"""Speed of the language step: pytest -m benchmark tests/benchmarks/test_language_benchmark.py -s."""

from __future__ import annotations

import random
import time

import pytest

from lint.language import analyse, build_corrector, build_lexicon
from lint.types.text import Block, Document, Piece

SIZE = 1_000_000
PROSE = (
    "Azathioprine is a medicine that calms the immune system, and it isn't safe for everyone. If you get a fever, a sore throat or "
    "bruises, call your doctor (or the clinic) at once; don't wait. Your doctor may lower the dose when blood tests show fewer white "
    "cells. Most people take 50 mg b.i.d. after a meal, e.g. with bread. It's not known whether it works for all patients!\n"
)
_RANDOM = random.Random(2)
FILLS = {
    "letters": "a", "brackets": "(", "mixed brackets": "([{<", "short bracket runs": "(" * 199 + " ", "rulers": "-----\n",
    "one ruler": "-", "emoji": "⚖️🛡️ ", "one emoji run": "🛡️", "prose": PROSE, "negations": "not ", "conditions": "if , ",
    "quotes": '" ', "pronouns": "it is ", "blanks": " \n",
    "words that are none": " ".join("".join(_RANDOM.choices("abcdefghijklmnop", k=7)) for _ in range(SIZE // 8)),
}  # fmt: skip
LEXICON = build_lexicon((), build_corrector(()))


def _seconds(text: str) -> tuple[float, int]:
    document = Document("", "", text, (Block("paragraph", 0, len(text)),), (Piece(0, len(text), 0, len(text)),), text, "", "", "")
    begun = time.perf_counter()
    found = analyse(document, LEXICON)
    return time.perf_counter() - begun, sum(len(sentence.words) for sentence in found.sentences)


@pytest.mark.benchmark
@pytest.mark.parametrize("name", FILLS)
def test_time_grows_with_the_text(name: str) -> None:
    """1 MB takes at most 2.5 times as long as 0.5 MB, and never more than 8 s; times under 0.1 s are not compared."""
    text = (FILLS[name] * (SIZE // len(FILLS[name]) + 1))[:SIZE]
    half, _ = _seconds(text[: SIZE // 2])
    whole, words = _seconds(text)
    print(f"{name}: {whole:.2f} s for 1 MB, {whole / half:.2f} times 0.5 MB, {words / whole:,.0f} words/s")
    assert whole < 8
    assert whole < max(0.1, 2.5 * half)


@pytest.mark.benchmark
def test_prose_is_read_fast() -> None:
    """At least 60,000 words of prose a second."""
    seconds, words = min(_seconds(PROSE * (SIZE // len(PROSE))) for _ in range(2))
    assert words / seconds > 60_000
