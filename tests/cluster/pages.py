"""Pages with all that is looked for across documents, the same ones every time."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

_SET = Path(__file__).parents[2] / "corpus/sentences"
_EDITS = {"should": "must", "people": "patients", "often": "frequently", "doctor": "physician", "may": "can", "take": "use"}
_FRAME = (
    "Ask the desk of this clinic for a copy of the page in large print or in another language.",
    "This page was last looked at by the pharmacists of the house and will be looked at again in two years.",
    "If you have any further questions on the use of this medicine, ask your doctor or pharmacist.",
)
_DOSE = "For adults the usual dose of {name} is {dose} mg once a day, swallowed whole with a glass of water after a meal."
_LEFT = "Most people who take {name} in the evening notice nothing at all for the first few weeks of treatment."
_NAMES = ("azathioprine", "warfarin", "methotrexate", "simvastatin")


def pool() -> list[str]:
    """Sentences about medicines."""
    files = sorted(_SET.glob("set*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def page(number: int, sentences: Sequence[str], words: int = 250) -> str:
    """A page of Markdown. Every seventh copies a passage of the one before, every eleventh with other words; every fiftieth is a copy
    of another page; every thirteenth has another dose; every seventeenth names a medicine that it is not about."""
    if number % 50 == 49:
        return page(number - 30, sentences, words).replace("often", "at times")
    draw = random.Random(number)
    name = _NAMES[number % len(_NAMES)]
    parts, count = [f"# {name.capitalize()}, page {number}"], 0
    while count < words:
        paragraph = " ".join(draw.choices(sentences, k=draw.randint(2, 5))).replace("azathioprine", name)
        parts.append(paragraph)
        count += len(paragraph.split())
    parts.append(_DOSE.format(name=name, dose=100 if number % 13 == 12 else 50))
    parts.append(_LEFT.format(name=_NAMES[0] if number % 17 == 16 else name))
    if number % 7 == 6 and (number - 1) % 50 != 49:
        parts.append(_passage(number - 1, sentences))
    if number % 7 == 5:
        parts.append(_passage(number, sentences))
    if number % 11 == 10:
        parts.append(" ".join(_EDITS.get(word, word) for word in _passage(number - number % 11, sentences).split()))
    if number % 11 == 0:
        parts.append(_passage(number, sentences))
    return "\n\n".join([*parts, *_FRAME]) + "\n"


def _passage(number: int, sentences: Sequence[str]) -> str:
    return " ".join(random.Random(f"passage {number}").sample(sentences, 4))


def write_pages(folder: Path, count: int, words: int = 250) -> int:
    """Writes so many pages into a folder, which is made; returns how many words they have."""
    folder.mkdir(parents=True)
    sentences, total = pool(), 0
    for number in range(count):
        text = page(number, sentences, words)
        total += len(text.split())
        (folder / f"{number:06}.md").write_text(text, encoding="utf-8")
    return total
