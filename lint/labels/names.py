"""What a label's medicine is called: generic names without their salts, brands, and the other name of the same substance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from lint.language.drugnames import other_names

_SALTS = frozenset(
    "acetate acetonide aspartate axetil besilate besylate bitartrate bromide calcium carbonate chloride cilexetil citrate dihydrate "
    "dihydrochloride dimeglumine dipropionate disodium edisylate erbumine esylate etexilate ethanolate fosamil fumarate furoate "
    "gluconate hemihydrate hyclate hydrate hydrobromide hydrochloride hydroxide iodide lactate lysine magnesium malate maleate medoxomil "
    "meglumine mesilate mesylate mofetil monohydrate napadisilate napsylate nitrate olamine oxalate palmitate pamoate phosphate "
    "pivoxil potassium propionate proxetil saccharate sodium stearate strontium succinate sulfate sulphate tartrate tosilate tosylate "
    "trihydrate trometamol tromethamine valerate xinafoate zinc hcl".split()
)
_FORMS = frozenset(
    "tablet tablets capsule capsules oral suspension solution injection for cream ointment gel syrup drops film-coated extended-release "
    "delayed-release usp powder concentrate infusion chewable and patch spray inhaler suppository suppositories".split()
)
_SUFFIX = re.compile(r"-[a-z]{4}$")  # the four letters FDA puts after the name of a biologic: infliximab-dyyb
_OFTEN = 3  # paragraphs in which a label names its own medicine, at the least
_FIRST = 6  # paragraphs in which its name may stand once
_CONTAINS = re.compile(
    r"active (?:substance|ingredient)s?(?: (?:in|of) [\w -]{2,40}?)?(?: is|:| called)? +([a-z][a-z-]{4,30})", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:medicine|product|drug|treatment)s? (?:that contains?|which contains?|containing) (?:the )?$", re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:is|are|belongs to)\b.{0,80}$", re.IGNORECASE)  # “… is a cancer medicine that contains the”
_AMOUNT = re.compile(
    r"\beach\b[^.]{0,60}? contains (?:[\d.,]+ ?)(?:mg|g|mcg|micrograms?|milligrams?|units|iu)(?: ?/ ?ml)?(?: of)? ([a-z][a-z-]{4,30})",
    re.IGNORECASE,
)
_EXCIPIENTS = frozenset("alcohol aspartame ethanol fructose glucose lactose maltitol mannitol sorbitol sodium sucrose".split())
_IN_BRACKETS = re.compile(r"\(([a-z][a-z -]{4,60})\)", re.IGNORECASE)


def generic(name: str) -> str:
    """A generic name in lower case without salt, form and the suffix of a biologic; unchanged where nothing would be left."""
    parts = [_plain(part) for part in re.split(r"\s+and\s+|\s*[,;/&+]\s*", name.lower()) if part.strip()]
    return " and ".join(dict.fromkeys(part for part in parts if part)) or name.lower().strip()


def _plain(name: str) -> str:
    words = [word for word in name.replace("®", "").split() if word not in _FORMS]
    while len(words) > 1 and words[-1] in _SALTS:
        words.pop()
    if len(words) == 1:
        return _SUFFIX.sub("", words[0]) if words[0] not in _SALTS or len(name.split()) == 1 else ""
    return " ".join(words)


def names_of(
    generics: Iterable[str], moieties: Iterable[str], brands: Iterable[str], title: str
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The drug's id, its other generic names and its brands; the id is empty where nothing names the medicine."""
    plain = list(dict.fromkeys(generic(name) for name in (*moieties, *generics) if name.strip()))
    bracketed = _IN_BRACKETS.search(title)
    if not plain and bracketed:
        plain = [generic(bracketed[1])]
    parts = list(moieties) or list(generics)[:1]
    drug = " and ".join(dict.fromkeys(generic(part) for part in parts)) if parts else (plain[0] if plain else "")
    synonyms = [*plain, *(name.lower() for name in generics), *other_names(drug)]
    own = frozenset([drug, *synonyms])
    kept = [name for name in dict.fromkeys(brand.strip(" ®™") for brand in brands) if name and generic(name) not in own]
    return drug, tuple(dict.fromkeys(name for name in synonyms if name != drug and len(name) > 2)), tuple(kept)


def _is_of_another(before: str) -> bool:
    """Whether words lead up to the active substance of another medicine: “if you took a medicine containing the …”."""
    sentence = before.rpartition(".")[2]
    return _ANOTHER.search(sentence) is not None and _ITSELF.search(sentence) is None


def named_in(texts: Iterable[str], drug_of: Callable[[str], str | None]) -> str:
    """The medicine that running text is about: what it calls its active substance, else the known name met most often.

    A name met in one or two paragraphs only, and not in the first ones, may be that of a medicine it interacts with: then it is empty.
    """
    counts: Counter[str] = Counter()
    first: set[str] = set()
    for number, text in enumerate(texts):
        named = (found for found in _CONTAINS.finditer(text) if not _is_of_another(text[: found.start()]))
        stated = next(named, None) or (_IN_BRACKETS.search(text) if number < 3 else None)
        if stated and (found := generic(stated[1])) and (number < 40 or drug_of(found)) and not found.startswith(("and ", "of ", "in ")):
            if drug_of(found):
                return found
            counts[found] += 5
        amount = _AMOUNT.search(text)
        if amount and amount[1].lower() not in _EXCIPIENTS:
            counts[amount[1].lower()] += 5
        known = {word for word in re.findall(r"[a-z][a-z-]{4,30}", text.lower()) if drug_of(word)}
        counts.update(known)
        first.update(known if number < _FIRST else ())
    sure = [name for name, count in counts.items() if count >= _OFTEN or name in first]
    return min(sure, key=lambda name: (-counts[name], name), default="")
