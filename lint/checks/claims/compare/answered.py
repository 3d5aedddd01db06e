"""Questions of a reader that the next sentence answers in one word: “Can I drink alcohol? Yes, of course.” allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.claims.compare.permission import PERMISSION, WAVED
from lint.checks.scopes import is_question
from lint.types.text import Text

_MAY_I = re.compile(
    r"^ (?:and |so |but )?(?:(?:can|may|could) (?:i|we|you|my \w+|children|women|people|it) "
    r"|is it (?:\w+ )?(?:safe|ok|okay|fine|all right) )"
)
_MUST_I = re.compile(
    r"^ (?:and |so |but )?(?:(?:do|will|must|should) (?:i|we|you) (?:need|have|tell|avoid|stop|be|get|use|see|mention)\b"
    r"|(?:is|are) .{3,40} (?:needed|necessary|required) )"
)
_YES = re.compile(r"^ (?:yes|yeah|sure|certainly|of course(?! not)|absolutely(?! not)|definitely(?! not)|by all means)\b")
_NO = re.compile(r"^ (?:no|not at all|never|of course not|absolutely not|definitely not)\b")


def answered(text: Text) -> Iterator[tuple[str, int, int]]:
    """Each permission and each waving aside that an answer gives: its topic, the sentence of the answer, the one of the question."""
    for number, answer in enumerate(text.sentences[1:], 1):
        question = text.sentences[number - 1]
        if is_question(question):
            if _MAY_I.search(question.line) and _YES.search(answer.line):
                yield PERMISSION, number, number - 1
            elif _MUST_I.search(question.line) and _NO.search(answer.line):
                yield WAVED, number, number - 1
