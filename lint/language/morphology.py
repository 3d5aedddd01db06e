"""Regular derivations: medical compounds of known parts, chemical ones, English prefixes and suffixes, names by their INN stem.

Every part must be known. Whether a derivation passes is the vocabulary's matter: not one letter off a commoner word.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

_SHORTEST_NAME = 8
_SHORTEST_BASE = 5
_SHORTEST_TAIL = 4  # letters of a medical word at the end of a compound
_MOST_FORMS = 3
# Stems of the WHO's list of international nonproprietary names; only endings that no English word has.
_NAME_STEMS = (
    "tinib", "ciclib", "rafenib", "mab", "sartan", "gliptin", "gliflozin", "floxacin", "cycline", "cillin", "ciclovir", "tegravir",
    "previr", "buvir", "navir", "vaptan", "triptan", "setron", "prazole", "conazole", "glitazone", "vastatin", "dronate", "parin", "xaban",
    "gatran", "lukast", "terol", "dipine", "oxetine", "azepam", "azolam", "curonium", "grelor", "zumab", "parib", "leucel", "parvovec",
    "ximab", "limus", "platin", "rubicin", "poside", "fungin", "thromycin", "kinra", "cept", "degib", "stim", "glutide", "lisib", "siran",
    "gepant", "rexant", "citinib", "denafil", "afil", "pril", "oxacin", "penem", "pitant", "fibrate", "semide", "barbital", "orphan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """What words are made of (rules/words/parts.txt)."""

    forms: frozenset[str]  # medical: cardio, hepato
    endings: frozenset[str]  # medical: itis, ectomy
    multipliers: frozenset[str]  # of chemistry: mono, methyl
    prefixes: frozenset[str]  # of English: non, re
    suffixes: tuple[tuple[str, str], ...]  # of English, with what they replace: (ably, able)

    def before_hyphen(self, low: str) -> bool:
        """Whether a lower-case word may stand before a hyphen though it is no word: pre-, maculo-."""
        return low in self.forms or low in self.multipliers or low in self.prefixes


def read_parts(path: Path) -> Parts:
    """Reads parts.txt."""
    kinds: dict[str, list[str]] = {kind: [] for kind in ("form", "ending", "multiplier", "prefix", "suffix")}
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *words = line.split("#")[0].split() or [""]
        if kind:
            kinds[kind] += words
    suffixes = tuple((suffix.partition("/")[0], suffix.partition("/")[2]) for suffix in kinds["suffix"])
    return Parts(
        frozenset(kinds["form"]), frozenset(kinds["ending"]), frozenset(kinds["multiplier"]), frozenset(kinds["prefix"]), suffixes
    )  # fmt: skip


def is_derived(low: str, parts: Parts, common: Callable[[str], bool]) -> bool:
    """Whether a lower-case word is a common word with a productive prefix or a regular ending."""
    for suffix, replaced in parts.suffixes:
        base = low.removesuffix(suffix) + replaced
        if low.endswith(suffix) and len(base) >= _SHORTEST_BASE - 1 and common(base):
            return True
    heads = (low[:at] for at in range(2, min(8, len(low) - _SHORTEST_BASE + 1)))
    return any(head in parts.prefixes and common(low[len(head) :]) for head in heads)


def is_compound(low: str, parts: Parts, medical: Container[str], forms: int = _MOST_FORMS) -> bool:
    """Whether a lower-case word is medical forms with a medical ending or word: nephr + ologist, hepato + spleno + megaly."""
    for at in range(2, len(low) - 2):
        head, tail = low[:at], low[at:]
        elided = f"{head}o" in parts.forms and tail[0] in "aeiou"
        if not elided and head not in parts.forms:
            continue
        if tail in parts.endings or (len(tail) >= _SHORTEST_TAIL and tail in medical):
            return True
        if not elided and forms > 1 and len(tail) > _SHORTEST_TAIL and is_compound(tail, parts, medical, forms - 1):
            return True
    return False


def is_chemical(low: str, parts: Parts, chemistry: Container[str]) -> bool:
    """Whether a lower-case word is a chemical name with numbers or groups before it: di + hydrate."""
    return any(
        low[:at] in parts.multipliers and (low[at:] in chemistry or is_chemical(low[at:], parts, chemistry))
        for at in range(2, min(12, len(low) - _SHORTEST_TAIL + 1))
    )  # fmt: skip


def is_name_by_stem(low: str) -> bool:
    """Whether a lower-case word ends in the stem of a class of medicines; near misses of known names are not asked here."""
    return len(low) >= _SHORTEST_NAME and low.endswith(_NAME_STEMS)
