"""Outputs that cannot show everything are given what they can show."""

from __future__ import annotations

import io

import pytest

from lint.reporters.marks import UNICODE, Plain, marks_for


def output(encoding: str) -> tuple[io.BytesIO, io.TextIOWrapper]:
    data = io.BytesIO()
    return data, io.TextIOWrapper(data, encoding=encoding)


def test_an_output_for_everything_gets_everything() -> None:
    """No mark is replaced."""
    _, out = output("utf-8")
    marks = marks_for(out)
    assert marks is UNICODE
    assert marks.shown("“10 µg” → ≥ 2 °C") == "“10 µg” → ≥ 2 °C"


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", '"10 ?g" -> ? 2  deg C...'), ("latin-1", '"10 µg" -> ? 2  deg C...')])
def test_a_poor_one_gets_plain_marks(encoding: str, shown: str) -> None:
    """Typographic marks become plain ones, what is left and cannot be shown a question mark; nothing raises."""
    data, out = output(encoding)
    marks = marks_for(out)
    assert all(sign.isascii() for sign in (marks.evidence, marks.cut, marks.unchecked, *marks.status.values()))
    assert set(marks.status) == set(UNICODE.status)
    plain = Plain(out, marks)
    plain.write("“10 µg” → ≥ 2 °C…")
    plain.flush()
    assert data.getvalue().decode(encoding) == shown
    assert not plain.isatty()
