"""Where sentences end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.language.sentences import LONGEST
from lint.types.text import Text

Read = Callable[..., Text]

SPLITS = [  # each text with a bar where a sentence begins
    "Take it daily. |Do not stop.",
    "It is safe!Really? |Yes.",
    "Blood counts fell (see fig. 2). |They rose again.",
    "Take 50 mg b.i.d. with food, e.g. bread.",
    "The usual dose is 50 mg. |Ask Dr. Jones, i.e. your doctor.",
    "It is licensed in the U.K. for lupus. |In the U.S. it is not.",
    "Ask in the U.K. |The rules differ.",
    "The dose is 2.5 mg/kg per day. |See No. 4 below.",
    "It protects against hepatitis B. |Ask about vitamin C. |Good.",
    "Written by J. Smith in 2019. |Checked since.",
    "Wait... what now? |He said: “Stop.” |Then he left.",
    "i take imuran. |it made me sick. |my doctor knows.",
    "1. Consult a doctor. |2. Read the leaflet.",
    "Tell your doctor if you have:\n|- gout\n|- lupus",
    "Watch for: |• fever |• rash",
    "a line\nthat goes on. |Next\nline.",
    "(Ask first.) |Then take it.",
    "It works etc. |The rest follows.",
    "Was it “safe?” she asked.",
    "Ends here.|Next begins.",
    "Stop 🌈. |Then 🛡️ go!",
]


@pytest.mark.parametrize("marked", SPLITS)
def test_sentences(marked: str, read: Read) -> None:
    """Each sentence is cut where a reader would; emoji may lose their variation selector at the edge."""
    text = marked.replace("|", "")
    assert [text[s.start : s.end] for s in read(text).sentences] == [part.strip() for part in marked.split("|")]


def test_blocks_are_never_joined(read: Read) -> None:
    """A heading without a full stop does not run into its paragraph."""
    assert [s.block for s in read("# Side effects\n\nNausea is common.").sentences] == [0, 1]


def test_long_sentence_is_cut_at_a_mark(read: Read) -> None:
    """No sentence is longer than the cap, nothing is lost, and the cut is after a comma where there is one."""
    text = read("word word word, " * 100)
    assert all(len(s.words) <= LONGEST for s in text.sentences)
    assert sum(len(s.words) for s in text.sentences) == 400
    assert text.sentences[0].words[-1].norm == ","
