"""Measures negation on labelled sentences: python tests/benchmarks/measure_negation.py FILE.jsonl [--errors].

Each line holds `text`, where the concept stands in capitals, `concept` and `label` (affirmed | negated). The even lines
(counted from 0) were looked at while the cues were written; the odd ones were not.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from lint.language import Lexicon, analyse, build_corrector, build_lexicon
from lint.types.text import Block, Document, Piece

_SPACES = re.compile(r"\s+")


def is_negated(text: str, concept: str, lexicon: Lexicon) -> bool:
    """Whether the concept's first word stands under a negation."""
    text, wanted = _SPACES.sub(" ", text), _SPACES.sub(" ", concept).strip(' "').upper()
    place = max(text.find(wanted), 0)
    document = Document("", "", text, (Block("paragraph", 0, len(text)),), (Piece(0, len(text), 0, len(text)),), text, "utf-8", "text", "")
    for sentence in analyse(document, lexicon).sentences:
        for number, word in enumerate(sentence.words):
            if word.start <= place < word.end:
                return any(s.kind == "negated" and s.first <= number < s.last for s in sentence.scopes)
    return False


def main() -> None:
    """Prints accuracy, precision and recall for both halves and all."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    lexicon = build_lexicon((), build_corrector(()))
    marks = [(row["label"] == "negated", is_negated(row["text"], row["concept"], lexicon), row) for row in rows]
    for name, part in (("even half", marks[::2]), ("odd half", marks[1::2]), ("all", marks)):
        right = sum(want == got for want, got, _ in part)
        both = sum(want and got for want, got, _ in part)
        said, due = sum(got for _, got, _ in part), sum(want for want, _, _ in part)
        print(f"{name}: accuracy {right / len(part):.4f} of {len(part)}, precision {both}/{said}, recall {both}/{due}")
    if "--errors" in sys.argv:
        for want, got, row in marks[::2]:
            if want != got:
                print(row["id"], row["label"], "|", _SPACES.sub(" ", row["text"]))


if __name__ == "__main__":
    main()
