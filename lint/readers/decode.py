"""From bytes to text: byte order mark, then what the file declares, then UTF-8, then Windows-1252; never a guess by statistics."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lint.types.review import Skipped
from lint.types.text import Source

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What browsers take these names for.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")  # those that no text has
_SAMPLE = 65_536  # characters in which control characters are counted
_MOST_CONTROLS = 0.01  # share of them above which it is no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source as text; `text` keeps a byte order mark as its first character."""

    text: str
    encoding: str
    guessed: bool = False  # nothing says so: no byte order mark, no declaration, and it is not UTF-8


def decode(source: Source, declared: str = "") -> Decoded | Skipped:
    """The source's text and encoding, or why it has none. `declared` is the encoding that the source names itself."""
    data = source.data
    if not data.strip():
        return _skipped(source, "the file is empty: there is nothing to check")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(source, encoding)
    if b"\0" in data[:_SAMPLE]:
        if 0 in (data[:_SAMPLE:2].count(b"\0"), data[1:_SAMPLE:2].count(b"\0")) and data[:_SAMPLE].count(b"\0") > len(data[:_SAMPLE]) // 4:
            return _skipped(source, "text in UTF-16 that does not say so (no byte-order mark): save it as UTF-8")
        return _skipped(source, f"binary content (a NUL byte at {data.index(0)}): not a text file, whatever its name says")
    named = _codec(declared)
    if named:
        decoded = _strict(source, named)
        if isinstance(decoded, Decoded):
            return decoded
    try:
        return _checked(source, Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        return _checked(source, Decoded(data.decode("cp1252"), "cp1252", guessed=True))
    except UnicodeDecodeError as error:
        return _skipped(source, f"neither UTF-8 nor Windows-1252 (byte {error.start}): save the file as UTF-8")


def _codec(name: str) -> str:
    """Python's name of a text encoding, or "" where there is none of that name."""
    try:
        found = codecs.lookup(name.strip().lower()) if name.isascii() and name.strip() else None
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(found.name, found.name) if found and getattr(found, "_is_text_encoding", True) else ""


def _strict(source: Source, encoding: str) -> Decoded | Skipped:
    try:
        return _checked(source, Decoded(source.data.decode(encoding), encoding))
    except (UnicodeError, LookupError) as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        return _skipped(source, f"not valid {encoding.upper()}{at}: save the file as UTF-8")


def _checked(source: Source, decoded: Decoded) -> Decoded | Skipped:
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        return _skipped(source, "binary content (many control characters): not a text file, whatever its name says")
    if not decoded.text.lstrip("\ufeff").strip():
        return _skipped(source, "the file holds white space only: there is nothing to check")
    return decoded


def _skipped(source: Source, reason: str) -> Skipped:
    return Skipped(source.path, source.part, "document", reason)
