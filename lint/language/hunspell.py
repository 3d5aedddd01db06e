"""Hunspell dictionaries that the user has installed: every word that a .dic file and its .aff file make."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lint.errors import LeaflintError
from lint.kept import kept

_MOST = 2_000_000  # words made of one dictionary; more is a fault of its rules


@dataclass(frozen=True, slots=True)
class _Affix:
    """One line of a rule: what is taken off a word's end or start, what is put there, and when."""

    suffix: bool
    strip: str
    add: str
    flags: frozenset[str]  # of what it makes
    when: re.Pattern[str]

    def made(self, word: str) -> str | None:
        """The word with the affix, or None where it does not fit."""
        if not self.when.search(word):
            return None
        if self.suffix:
            return word[: len(word) - len(self.strip)] + self.add if word.endswith(self.strip) else None
        return self.add + word[len(self.strip) :] if word.startswith(self.strip) else None


@dataclass(slots=True)
class _Rules:
    """What an .aff file says, as far as it makes words."""

    encoding: str = "iso-8859-1"
    kind: str = "short"  # of flags: short, long, num, utf-8
    aliases: list[frozenset[str]] = field(default_factory=list)
    affixes: dict[str, list[_Affix]] = field(default_factory=lambda: defaultdict(list))
    crossing: set[str] = field(default_factory=set)  # flags whose affixes go with those of the other end
    refused: set[str] = field(default_factory=set)  # flags of words that do not stand alone
    bare: str = ""  # the flag of words that need an affix

    def flags(self, text: str) -> frozenset[str]:
        """The flags that a text stands for."""
        if self.aliases and text.isdigit():
            number = int(text)
            return self.aliases[number - 1] if 0 < number <= len(self.aliases) else frozenset()
        if self.kind == "num":
            return frozenset(text.split(","))
        if self.kind == "long":
            return frozenset(text[at : at + 2] for at in range(0, len(text), 2))
        return frozenset(text)


def dictionary_words(path: Path) -> frozenset[str]:
    """The words of a dictionary, lower case; kept between runs. Raises LeaflintError naming the file that cannot be used."""
    dic, aff = path.with_suffix(".dic"), path.with_suffix(".aff")
    try:
        words, rules = dic.read_bytes(), aff.read_bytes() if aff.exists() else b""
    except OSError as error:
        raise LeaflintError(f"{dic}: cannot be read: {error.strerror}: give the .dic file of an installed Hunspell dictionary") from None
    key = hashlib.sha256(words + b"\0" + rules).hexdigest()
    made = kept("hunspell", key, str, lambda: "\n".join(sorted(_expanded(dic, words, aff, rules))))
    return frozenset(made.split("\n"))


def _expanded(dic: Path, words: bytes, aff: Path, data: bytes) -> set[str]:
    rules = _read_rules(aff, data)
    found: set[str] = set()
    for line in _text(dic, words, rules.encoding).splitlines()[1:]:
        entry = line.split("\t")[0].split(" ")[0]
        word, _, flags = entry.replace("\\/", "\0").partition("/")
        if word:
            found.update(_forms(word.replace("\0", "/"), rules.flags(flags) if flags else frozenset(), rules))
        if len(found) > _MOST:
            raise LeaflintError(f"{dic}: makes over {_MOST:,} words: its rules cannot be those of a dictionary")
    return {word.lower() for word in found}


def _forms(word: str, flags: frozenset[str], rules: _Rules, ends: int = 2) -> Iterator[str]:
    """A word and what its flags make of it: endings, one on another, and beginnings."""
    if flags & rules.refused:
        return
    if rules.bare not in flags or not rules.bare:
        yield word
    for flag in flags:
        for affix in rules.affixes.get(flag, ()):
            made = affix.made(word)
            if made is None or ends == 0:
                continue
            others = {f for f in flags & rules.crossing if f != flag and any(o.suffix != affix.suffix for o in rules.affixes.get(f, ()))}
            more = affix.flags | (others if flag in rules.crossing else set())
            yield from _forms(made, frozenset(more), rules, ends - 1)


def _read_rules(path: Path, data: bytes) -> _Rules:
    rules = _Rules()
    named = re.search(rb"^(?:\xef\xbb\xbf)?SET\s+(\S+)", data, re.MULTILINE)
    rules.encoding = named[1].decode("ascii", "replace") if named else ("utf-8" if not data else rules.encoding)
    for number, line in enumerate(_text(path, data, rules.encoding).splitlines(), 1):
        words = line.split()
        if words and not line.startswith("#"):
            try:
                _read_line(rules, words)
            except (IndexError, re.error) as error:
                raise LeaflintError(f"{path}:{number}: not a rule that can be read: {error}") from None
    return rules


def _read_line(rules: _Rules, words: Sequence[str]) -> None:
    match words[0]:
        case "FLAG":
            rules.kind = words[1].lower()
        case "AF" if len(words) > 1 and not (words[1].isdigit() and not rules.aliases and len(words) == 2):
            rules.aliases.append(_Rules(kind=rules.kind).flags(words[1]))
        case "NEEDAFFIX" | "PSEUDOROOT":
            rules.bare = words[1]
        case "FORBIDDENWORD" | "ONLYINCOMPOUND":
            rules.refused.add(words[1])
        case "SFX" | "PFX" if len(words) >= 4 and words[2] in ("Y", "N") and words[3].isdigit():
            if words[2] == "Y":
                rules.crossing.add(words[1])
        case "SFX" | "PFX":
            suffix = words[0] == "SFX"
            add, _, flags = words[3].partition("/")
            condition = words[4] if len(words) > 4 and words[4] != "." else ""
            pattern = f"{condition}$" if suffix else f"^{condition}"
            none = "0"
            rules.affixes[words[1]].append(
                _Affix(
                    suffix, "" if words[2] == none else words[2], "" if add == none else add,
                    rules.flags(flags) if flags else frozenset(), re.compile(pattern),
                )
            )  # fmt: skip


def _text(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise LeaflintError(f"{path}: cannot be read as {encoding}: {error}") from None
