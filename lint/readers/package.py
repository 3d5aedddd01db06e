"""Opens the zip package of an office document in bounded memory; anything out of bounds is refused with its reason."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any

from lint.types.text import Source

MOST_MEMBERS = 10_000
MOST_BYTES = 200_000_000  # of one unpacked part
MOST_RATIO = 250  # unpacked to packed, where it is a matter of megabytes; text is near 10
_SMALL = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what old Word files and encrypted new ones begin with
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError, IndexError, struct.error)


class Refused(Exception):
    """The package, or a part of it, cannot be read; the message says why."""


class Package:
    """The parts of a package by name. Raises Refused when it is none, is damaged, or is too large."""

    def __init__(self, source: Source) -> None:
        if source.data.startswith(_OLE):
            raise Refused("protected by a password, or in the format of Word before 2007: save it as an open .docx")
        if not source.data.startswith(b"PK"):
            raise Refused("not a Word document (no zip package), whatever its name says")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            self._members = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _FAULTS as error:
            raise Refused(f"damaged: the zip package cannot be opened ({error})") from None
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise Refused(f"the package holds {len(self._zip.infolist())} parts, more than {MOST_MEMBERS}")

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id, and then the last word of its type with the name of the other part."""
        folder, name = posixpath.split(part)
        found = {}
        for _, element in self.elements(posixpath.join(folder, "_rels", f"{name}.rels"), ("Relationship",), needed=False):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
                found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
        return found

    def elements(self, part: str, ends: tuple[str, ...], starts: tuple[str, ...] = (), *, needed: bool = True) -> Iterator[tuple[str, Any]]:
        """(event, element) for the ends and starts of some elements of a part, by local name, as they are read."""
        from lxml import etree

        info = self._members.get(part)
        if info is None:
            if needed:
                raise Refused(f"damaged: the part {part} is missing")
            return
        _check_size(info)
        try:
            with self._zip.open(info) as packed:
                tags = [f"{{*}}{name}" for name in {*ends, *starts}]
                options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
                for event, element in etree.iterparse(_Bounded(packed, part), events=("start", "end"), tag=tags, **options):
                    if element.getroottree().docinfo.doctype:
                        raise Refused(f"the part {part} has a document type declaration, which no Word document needs")
                    if local(element) in (starts if event == "start" else ends):
                        yield event, element
        except etree.XMLSyntaxError as error:
            raise Refused(f"damaged: the part {part} is not valid XML: {error.msg}") from None
        except _FAULTS as error:
            raise Refused(f"damaged: the part {part} cannot be unpacked ({error})") from None


def local(element: Any) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """The value of an attribute, whatever its namespace; "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.file_size > MOST_BYTES or (info.file_size > _SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size)):
        size = f"{info.file_size // 1_000_000} MB from {info.compress_size // 1000} kB"
        raise Refused(f"refused: the part {info.filename} unpacks to {size}")


class _Bounded:
    """A file that gives no more than MOST_BYTES, whatever its package says of its size."""

    def __init__(self, file: IO[bytes], part: str) -> None:
        self._file = file
        self._part = part
        self._left = MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(min(size, 1 << 20) if size > 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise Refused(f"refused: the part {self._part} unpacks to more than {MOST_BYTES // 1_000_000} MB")
        return data
