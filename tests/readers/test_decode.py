"""From bytes to text, without a guess."""

from __future__ import annotations

import codecs

import pytest

from lint.readers.decode import Decoded, decode
from lint.types.review import Skipped
from lint.types.text import Source

TEXT = "Azathioprine – naïve “dose”"


def decoded(data: bytes, declared: str = "") -> Decoded | Skipped:
    return decode(Source("a.txt", data), declared)


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "guessed"),
    [
        (TEXT.encode(), "", "utf-8", False),
        (TEXT.encode("cp1252"), "", "cp1252", True),
        (TEXT.encode("cp1252"), "windows-1252", "cp1252", False),
        (TEXT.encode("cp1252"), " ISO-8859-1 ", "cp1252", False),  # what browsers take it for
        (TEXT.encode("mac-roman"), "macintosh", "mac-roman", False),
        (TEXT.encode(), "utf-16", "utf-8", False),  # who can read the declaration is not in UTF-16
        (TEXT.encode(), "no-such-code", "utf-8", False),
        (TEXT.encode(), "rot13", "utf-8", False),
        (TEXT.encode(), "ascii", "utf-8", False),  # of its quotation marks one has no sign in Windows-1252
        (b"plain", "ascii", "cp1252", False),
    ],
)
def test_what_the_file_says_goes_first(data: bytes, declared: str, encoding: str, guessed: bool) -> None:
    """A declared encoding, then UTF-8, then Windows-1252, which is said to be a guess."""
    found = decoded(data, declared)
    assert isinstance(found, Decoded)
    assert (found.encoding, found.guessed) == (encoding, guessed)
    assert found.text in (TEXT, "plain")


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """Whatever is declared; it stays as the first character, so that offsets are those of the source."""
    assert decoded(mark + TEXT.encode(encoding), "cp1252") == Decoded("\ufeff" + TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (codecs.BOM_UTF8 + b"  \n", "white space only"),
        ("\u00a0\u2003\n".encode(), "white space only"),
        (b"\xc2\xa0" * 40, "white space only"),  # not “Â ” in another encoding
        (b"text\0text", "binary content (a NUL byte at 4)"),
        (b"\x01\x02\x03 text" * 20, "binary content (many control characters)"),
        (codecs.BOM_UTF16_LE + b"a", "not valid UTF-16-LE at byte 2: save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", "not valid UTF-8 at byte 3"),
        (b"caf\xe9 \x81 ", "neither UTF-8 nor Windows-1252 (byte 5)"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, why: str) -> None:
    """With the reason, and a way out where there is one."""
    found = decoded(data)
    assert isinstance(found, Skipped)
    assert why in found.reason
