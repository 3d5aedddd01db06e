"""The language step: from a document's characters to sentences of words, with scopes and subjects."""

from lint.language.analyse import analyse
from lint.language.build import build_corrector, build_lexicon
from lint.language.correct import Corrector
from lint.language.lexicon import Lexicon
from lint.language.line import words_at
from lint.language.subject import subject_at

__all__ = ["Corrector", "Lexicon", "analyse", "build_corrector", "build_lexicon", "subject_at", "words_at"]
