"""Tells texts and passages that are plainly not English by their small words or their script; they are gaps, never clean."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from lint.smallwords import small_words
from lint.types.review import Skipped
from lint.types.text import Document, Omitted

_WORD, _ASCII_WORD = re.compile(r"[^\W\d_]+"), re.compile("[A-Za-z]+")  # the same in ASCII, in half the time
_PASSAGE_WORDS, _DOCUMENT_WORDS = 8, 20  # fewer words tell no language
_SHARE = 0.2  # of a foreign language's small words, from which a text is in it; near 0.4 in running text
_ENGLISH = 0.15  # of English small words, from which a text is English; near 0.45 in running text, 0.1 in lists
_OTHER_SCRIPT = 0.6  # share of letters that are not Latin
_UNSPACED = frozenset("Cjk Hiragana Katakana Thai Lao Khmer Myanmar".split())  # scripts that put no spaces between words
_MOST = 2_000  # words that are looked at


def in_english(document: Document) -> Document | Skipped:
    """The document without the passages in other languages, or why it is not read at all."""
    whole = foreign(" ".join(document.text[block.start : block.end] for block in document.blocks), _DOCUMENT_WORDS)
    if whole:
        return Skipped(document.path, document.part, "document", f"in another language ({whole}): only English is checked")
    kept, omitted = [], list(document.omitted)
    for block in document.blocks:
        language = foreign(document.text[block.start : block.end], _PASSAGE_WORDS)
        if language:
            spans = document.origin(block.start, block.end)
            reason = f"it is in another language ({language}): only English is checked"
            omitted.append(Omitted("passage", reason, spans[0].start, spans[-1].end))
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept), omitted=tuple(omitted)) if len(kept) < len(document.blocks) else document


def foreign(text: str, least: int) -> str:
    """The language or script of a text of at least so many words that is plainly not English; "" for any other."""
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text, 0, 20 * _MOST)[:_MOST]
    if len(words) < least:
        script = _script("".join(words)) if sum(map(len, words)) >= 2 * least else ""
        return script if script.split(" ")[0] in _UNSPACED else ""
    english, others = small_words()
    low = list(map(str.lower, words))
    if sum(map(english.__contains__, low)) >= _ENGLISH * len(low):
        return ""
    script = _script("".join(words))
    if script:
        return script
    counts = Counter(language for word in low for language in others.get(word, ()))
    if not counts:
        return ""
    language, count = counts.most_common(1)[0]
    return language if count >= _SHARE * len(low) and len({word for word in low if language in others.get(word, ())}) >= 3 else ""


def _script(letters: str) -> str:
    """The script that most letters belong to, where that is not Latin."""
    if letters.isascii():
        return ""
    sample = letters[:: max(1, len(letters) // 400)]
    scripts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in sample)
    name, count = scripts.most_common(1)[0]
    return f"{name.capitalize()} script" if name not in ("LATIN", "UNKNOWN") and count >= _OTHER_SCRIPT * len(sample) else ""
