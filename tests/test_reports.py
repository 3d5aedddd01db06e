"""The reviews in reports/ are what the program writes of the two corpus documents today.

Write them anew with LEAFLINT_UPDATE_REPORTS=1 and read the difference before committing it.
"""

from __future__ import annotations

import io
import json
import os
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from lint.pipeline.run import CheckRun, check
from lint.pipeline.settings import Settings
from lint.reporters import REPORTERS

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "reports/leaflint-report-1.schema.json").read_text(encoding="utf-8"))


def reviewed(name: str) -> CheckRun:
    """The run over a corpus document, from the project's folder."""
    return check([f"corpus/documents/{name}.txt"], Settings(today="2026-11-24", keep_text=True))


kept_run = cache(reviewed)


def report(name: str, format_name: str, monkeypatch: pytest.MonkeyPatch, *, anew: bool = False) -> str:
    """The review of a corpus document; the run is made once, or anew."""
    monkeypatch.chdir(ROOT)
    found = (reviewed if anew else kept_run)(name)
    out = io.StringIO()
    REPORTERS[format_name](found.run, found.reviews, out)
    return out.getvalue()


def blanked(text: str) -> str:
    """A report without what changes with every edit of rules or references: hashes, version, date."""
    text = re.sub(r'"(sha256|fingerprint)": "[0-9a-f]+"', r'"\1": "…"', text)
    text = re.sub(r"sha256 [0-9a-f]{64}", "sha256 …", text)
    return re.sub(r'"(version|today)": "[^"]*"', r'"\1": "…"', text)


@pytest.mark.parametrize("name", ["azathioprine", "imuran"])
@pytest.mark.parametrize(("format_name", "suffix"), [("html", "html"), ("markdown", "md"), ("json", "json")])
def test_reports_are_current(name: str, format_name: str, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The committed review equals the one written now, but for version, hashes and date."""
    kept = ROOT / "reports" / f"{name}.{suffix}"
    written = blanked(report(name, format_name, monkeypatch))
    if os.environ.get("LEAFLINT_UPDATE_REPORTS"):
        kept.write_text(written, encoding="utf-8")
    assert written == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["azathioprine", "imuran"])
def test_reports_fit_the_schema(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is what the schema promises."""
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(report(name, "json", monkeypatch)))


@pytest.mark.parametrize(
    ("key", "value"), [("schema", "leaflint-report/2"), ("findings", [{"rule": "CLM101"}]), ("summary", {}), ("documents", "none")]
)
def test_schema_refuses_broken_reports(key: str, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report without what it must hold does not validate."""
    broken = {**json.loads(report("imuran", "json", monkeypatch)), key: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(broken)


def test_same_input_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs over the same input write the same bytes."""
    assert report("imuran", "json", monkeypatch, anew=True) == report("imuran", "json", monkeypatch, anew=True)


def test_quotes_stand_where_the_report_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every quote is the source between start and end, and line and column lead to it."""
    source = (ROOT / "corpus/documents/imuran.txt").read_bytes().decode("utf-8")
    lines = source.split("\n")
    for finding in json.loads(report("imuran", "json", monkeypatch))["findings"]:
        if finding["quote"] is not None:
            assert source[finding["start"] : finding["end"]] == finding["quote"]
            assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["quote"].split("\n")[0])
