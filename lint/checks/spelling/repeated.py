"""Words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

from lint.checks.brief import Brief
from lint.checks.findings import finding
from lint.types.review import Finding
from lint.types.text import Span, Text

# The doubled plus: a word that is not followed by a space is not tried again without its last letters.
_REPEATED = re.compile(r"(?<![\w’'-])([^\W\d_]++)([ \t]++|[ \t]*+\n[ \t]*+)\1(?![\w’'-])", re.IGNORECASE)
# Words that rightly stand twice, or in phrases such as "so so".
_TWICE = frozenset("that had is do very so many far bye no ha now there really much her long more please yes knock".split())


def find(text: Text, tokens: Sequence[Sequence[str]], brief: Brief) -> Iterator[Finding]:
    """The words said twice in a row within a block, also across the end of a line; `tokens` are those of each block."""
    rule = brief.rulebook.rule("repeated-word")
    for block, said in zip(text.document.blocks, tokens, strict=True):
        if not any(map(eq, said, said[1:])):
            continue
        for match in _REPEATED.finditer(text.document.text, block.start, block.end):
            word, second = match[1], match[0].split()[1]
            if word.lower() in _TWICE or len(word) < 2 or not second.islower() or not word[1:].islower():
                continue  # a capital begins something new: a heading run into its paragraph
            span = Span(match.start(), match.end())
            yield finding(text, rule, span, suggestions=(word,), fix=word, fields=[("word", word)])
