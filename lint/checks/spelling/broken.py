"""Words that a space or the end of a line has broken: infor mation, medi-⏎cine."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.types.review import Finding
from lint.types.text import Span, Text

_PAIR = re.compile(r"(?<![\w’'-])([a-z]{2,14})( |-[ \n]|\u00ad[ \n]?)(?=([a-z]{2,14})(?![\w’'-]))", re.IGNORECASE)
_COMMON = 2000  # counts of a general word that a broken one must be at least


def find(text: Text, odd: Container[int], brief: Brief) -> Iterator[Finding]:
    """The words of which neither half, or the longer half, is a word, and both together are a common one.

    `odd` are the blocks with a word that English does not know; in others nothing is broken.
    """
    vocabulary, rule = brief.corrector.vocabulary, brief.rulebook.rule("broken-word")
    for block in [block for number, block in enumerate(text.document.blocks) if number in odd]:
        for match in _PAIR.finditer(text.document.text, block.start, block.end):
            one, other, joint = match[1], match[3], match[2]
            if not other.islower() or not (one.islower() or one.istitle()):
                continue
            whole = one + other
            low = whole.lower()
            if (vocabulary.known(one) and vocabulary.known(other)) or not _is_common(low, brief):
                continue
            if joint == " " and (vocabulary.known(one) or vocabulary.known(other)) and min(len(one), len(other)) > 3:
                continue
            if joint != " " and vocabulary.parts.before_hyphen(one.lower()) and vocabulary.known(other):
                continue
            yield finding(text, rule, Span(match.start(), match.end(3)), suggestions=(whole,), fix=whole, fields=[("whole", whole)])


def _is_common(low: str, brief: Brief) -> bool:
    vocabulary = brief.corrector.vocabulary
    return (
        len(low) > 4
        and (vocabulary.frequency.get(low, 0) >= _COMMON or low in vocabulary.health or low in vocabulary.medical)
        and low not in brief.corrector.drugs.drug_of
    )
