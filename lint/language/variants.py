"""American and British spelling: which words differ, and the American form of a British one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lint.rulebook.inflect import inflections

# British to American, one by one; a result counts only if it is a known word.
_RULES = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"is(e[ds]?|ing|ers?|ations?|ational)$", r"iz\1"),
        (r"ys(e[ds]?|ing|ers?)$", r"yz\1"),
        (
            r"^((?:dis|mis|un|re|bi|multi|water)?(?:arm|behavi|cl[ao]m|col|endeav|fav|flav|glam|harb|hon|hum|lab|mis?behavi|neighb|od|parl|rum|sav|tum|val|vap|vig))our",
            r"\1or",
        ),
        (r"([aeiou])ll(ed|ing|er|ers)$", r"\1l\2"),
        (
            r"^((?:centi|deci|kilo|micro|milli|nano)?(?:calib|cent|fib|lit|lust|met|mit|nit|sab|salpet|somb|spect|theat|tit))re(s|d)?$",
            r"\1er\2",
        ),
        (r"ence(s)?$", r"ense\1"),
        (r"ogue(s)?$", r"og\1"),
        (r"leuco", "leuko"),
        (r"ceed$", "cede"),
    )
)
# The roots in which British English writes ae, oe or ph; all that apply.
_ROOTS = re.compile(
    r"(?<!t)haem|aem(?=i[ac])|paed|anaes|aesth|caec|aetio|faec|gynae|phaeo|caes|taeni|naev|palae|archae|oedem|oesoph|oestr|foet|coeli|rrhoe|pnoe|"
    r"homoeo|oeuv|amoeb|sulph|praec"
)
# What stands before -emia where it means blood, so that systemic and academic stay.
_BLOOD = (
    "acid|actin|ammon|an|azot|bacter|bulin|calc|candid|cyst?ein|cyth|fung|glyc|isch|kal|lass|leuk|lip|lipid|magnes|min|natr|ox|per|phosphat|"
    "rid|rubin|septic|sterol|sulin|tein|tox|ur|uric|vir|vol"
)
# American to British, all that apply; only roots of which the British form is certain.
_BRITISH = tuple(
    (re.compile(pattern), uk)
    for pattern, uk in (
        (r"hem(?=[ao])", "haem"), (rf"({_BLOOD})em(?=i(?:a|as|c)$)", r"\1aem"), (r"(?<!o)edema", "oedema"),
        (r"(?<!o)esophag", "oesophag"), (r"anesth", "anaesth"), (r"rrhe(?=a|ic)", "rrhoe"), (r"pediatr", "paediatr"),
        (r"gynec", "gynaec"), (r"^estr(?=[aio])", "oestr"), (r"^fet(?=al|us|o)", "foet"), (r"^cec(?=al|um)", "caec"),
        (r"^celiac", "coeliac"), (r"sulf", "sulph"), (r"iz(e[ds]?|ing|ers?|ations?)$", r"is\1"),
        (r"lyz(e[ds]?|ing|ers?)$", r"lys\1"),
        (r"^((?:dis|un)?(?:col|tum|fav|lab|hum|behavi|neighb|flav))or(?=s$|ed$|ing$|$|less$|able)", r"\1our"),
        (r"(cent|fib|lit|timet|limet|tit)er(s?)$", r"\1re\2"),
    )
)  # fmt: skip
# Both are right in American English too, or the British form means something else there.
_KEEP = frozenset(["phoenix", "practise", "licence", "does", "shoe", "shoes", "toe", "toes", "goes", "poem", "poet", "coexist"])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words spelt differently on the two sides."""

    american: Mapping[str, str]  # British form: American form
    telling: frozenset[str]  # forms of both sides that show which side a text is on


def load_pairs(path: Path) -> Pairs:
    """From lines `american british`, with inflections; a third word `both` marks a pair of which one form is used on both sides."""
    found: dict[str, str] = {}
    telling: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if len(words) >= 2:
            forms = [(uk, us) for uk, us in zip(_forms(words[1]), _forms(words[0]), strict=False) if uk != us]
            found.update(forms)
            telling.update(form for pair in forms for form in pair if "both" not in words[2:])
    return Pairs(found, frozenset(telling))


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith(("ing", "ed")):
        return (word,)
    doubled = re.search(r"[^aeiou][aeiou]l$", word) is not None  # distil: distilled
    return tuple(form for form in inflections(word) if not (doubled and form.endswith(("led", "ling"))))


def american(low: str, table: Mapping[str, str], known: Callable[[str], bool]) -> str:
    """The American form of a lower-case British word, else the word itself."""
    if low in table:
        return table[low]
    if known(low) or low in _KEEP or len(low) < 5:
        return low
    for first in _changed(low):
        if known(first):
            return first
    return next((second for first in _changed(low) for second in _changed(first) if known(second)), low)


def plain(low: str) -> str:
    """A word with the American e for ae and oe and f for ph in the roots that differ, known or not: what compounds are taken apart in."""
    return _ROOTS.sub(lambda m: m[0].replace("ae", "e").replace("oe", "e").replace("ph", "f") if m[0] != "phaeo" else "pheo", low)


@lru_cache(maxsize=65536)
def british(american: str) -> str:
    """The British form of a lower-case American word, where its roots have one that is certain."""
    for pattern, uk in _BRITISH:
        american = pattern.sub(uk, american)
    return american


def _changed(low: str) -> list[str]:
    """The forms that one rule makes of a word."""
    forms = (plain(low), *(pattern.sub(replacement, low) for pattern, replacement in _RULES))
    return [form for form in forms if form != low]
