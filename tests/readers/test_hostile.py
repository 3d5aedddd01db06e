"""Hostile files: 200 damaged variants of each format are read or refused, in time, with a reason, and never crash."""

from __future__ import annotations

import io
import json
import random
import time
import zipfile
from collections.abc import Callable, Iterator

import pytest

from lint.readers import READERS, RECORDS, read
from lint.types.review import Skipped
from lint.types.settings import CmsFields
from lint.types.text import Document, Source
from tests.readers.makers import STYLES, docx, package, paragraph, pdf

VARIANTS = 200
SECONDS = 5.0  # for one file
TEXT = "Take this medicine with food. Do not stop without asking your doctor; tell them if you have a fever or a sore throat."
CMS = (CmsFields(("body",)),)
HTML = f"<!doctype html><title>Aza</title><nav><a href=x>Home</a></nav><h1 class='a b'>Uses</h1><p>{TEXT} &amp; <b>more</b><!-- c --></p>"
MARKDOWN = f"---\ntitle: Aza\n---\n# Uses\n\n{TEXT} [link](x 'title') **bold** `code`\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n"
MDX = f"import X from 'x'\n\n# Uses\n\n<Card title=\"Some words\">{TEXT}</Card> {{a ? 'b' : `c`}}\n"
WORD = docx(paragraph("Uses", style="H1") + paragraph(TEXT), footnotes=f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>')
XML = zipfile.ZipFile(io.BytesIO(WORD)).read("word/document.xml")
SEEDS: dict[str, bytes] = {
    ".txt": TEXT.encode(), ".md": MARKDOWN.encode(), ".mdx": MDX.encode(), ".html": HTML.encode(), ".docx": WORD,
    ".pdf": pdf([[(50, 700, 10, TEXT[:60]), (50, 688, 10, TEXT[60:])], [(50, 700, 10, "More words.")]]),
    ".json": json.dumps([{"body": TEXT}, {"body": "More words."}]).encode(),
    ".jsonl": (json.dumps({"body": TEXT}) + "\n" + json.dumps({"body": "More words."})).encode(),
    ".csv": f'id,body\r\n1,"{TEXT}"\r\n2,More words.\r\n'.encode(),
}  # fmt: skip
ODD = (
    b"\0",
    b"\xff\xfe",
    b"\x1b[31m",
    b"<script>alert(1)</script>",
    b"=cmd|' /C calc'!A0",
    b"\xe2\x80\xae",
    b"]]>",
    b"&#0;",
    b'"',
    b"<",
    b"{" * 50,
)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(ODD) * chance.randrange(1, 30) + data[at:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 60)]
    return data[:start] + piece * chance.choice([10, 100, 500]) + data[start:]


def _remove(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 40) :]


def _other(data: bytes, chance: random.Random) -> bytes:
    return chance.choice([*SEEDS.values(), b"", b"\n", bytes(chance.randrange(256) for _ in range(500))])


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flip, _insert, _repeat, _remove, _other)


def variants(suffix: str) -> Iterator[bytes]:
    """Damaged copies of a good file, always the same ones."""
    chance = random.Random(suffix)
    for number in range(VARIANTS):
        damage = DAMAGES[number % len(DAMAGES)]
        if suffix == ".docx" and number % 2:
            xml = damage(XML, chance)
            yield package({"word/document.xml": xml, "word/styles.xml": damage(STYLES.encode(), chance)})
            continue
        data = damage(SEEDS[suffix], chance)
        yield DAMAGES[chance.randrange(len(DAMAGES))](data, chance) if number % 4 == 0 and data else data


def _bombs() -> Iterator[tuple[str, bytes]]:
    deep = 10_000
    yield ".html", b"<div>" * deep + b"x" + b"</div>" * deep
    yield ".html", b"<p>" + b"word " * 400_000
    yield ".md", b"> " * deep + b"x"
    yield ".md", b"- " * deep + b"x"
    yield ".md", b"[" * deep + b"x" + b"](y)" * deep
    yield ".mdx", b"<A>" * deep + b"x" + b"</A>" * deep
    yield ".txt", b"a" * 2_000_000
    yield ".txt", b"word " * 400_000
    yield ".json", b'{"body":' * deep + b"1" + b"}" * deep
    yield ".jsonl", b'{"body": "' + b"word " * 200_000 + b'"}'
    yield ".csv", b'body\n"' + b"word\n" * 200_000
    yield ".docx", docx("<w:sdt>" * deep)
    yield ".docx", docx(f"<w:p>{'<w:r>' * 200}<w:t>x</w:t>{'</w:r>' * 200}</w:p>")
    yield ".docx", package({"word/document.xml": b"\0" * 300_000_000})
    kids = " ".join(["3 0 R"] * 100_000)
    yield ".pdf", pdf([[]]).replace(b"/Kids [4 0 R] /Count 1", f"/Kids [{kids}] /Count 100000".encode())
    yield ".pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"


def sound(suffix: str, data: bytes) -> None:
    """Reads a file as far as it goes; every document can be placed, every gap has a reason."""
    start = time.process_time()
    found = list(read(Source(f"a{suffix}", data), CMS))
    assert time.process_time() - start < SECONDS
    assert found
    for item in found:
        if isinstance(item, Skipped):
            assert item.reason
            assert "Traceback" not in item.reason
        else:
            assert isinstance(item, Document)
            for block in item.blocks[:50]:
                assert item.place(block.start, block.end).quote.strip()


@pytest.mark.parametrize("suffix", SEEDS)
def test_damaged_files(suffix: str) -> None:
    """Cut, changed, repeated, with odd bytes, or of another format: read or refused."""
    for data in variants(suffix):
        sound(suffix, data)


@pytest.mark.parametrize(("suffix", "data"), list(_bombs()), ids=lambda value: value if isinstance(value, str) else f"{len(value)}")
def test_bombs(suffix: str, data: bytes) -> None:
    """Nested ten thousand deep, a line of megabytes, an archive that unpacks to 300 MB, a hundred thousand pages."""
    sound(suffix, data)


def test_every_format_is_tried() -> None:
    """A new format gets its hostile files; other names of one are tried with it."""
    also = {".htm", ".xhtml", ".markdown", ".text", ".ndjson"}
    assert {*READERS, *RECORDS} - also == set(SEEDS)
