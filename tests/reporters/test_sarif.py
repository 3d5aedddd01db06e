"""Tests of SARIF: what the standard and code scanning ask for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema

from lint.reporters.sarif import MOST, address
from lint.types.decision import Decision
from lint.types.review import DocumentReview, Run

Make = Callable[..., DocumentReview]
Write = Callable[..., str]
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
REGION = {
    "type": "object",
    "properties": {
        **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
        **{name: {"type": "integer", "minimum": 0} for name in ("charOffset", "charLength")},
        "snippet": MESSAGE,
    },
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": {"pattern": "^[!-~]+$"}}},
                "region": REGION,
            },
        },
        "logicalLocations": {"type": "array"},
    },
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "level", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0}, "level": LEVEL, "message": MESSAGE,
        "locations": {"type": "array", "minItems": 1, "items": LOCATION}, "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}}, "properties": {"type": "object"},
        "suppressions": {
            "type": "array",
            "items": {
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}  # fmt: skip
RULE = {
    "type": "object",
    "required": ["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {
        "shortDescription": MESSAGE, "fullDescription": MESSAGE, "help": MESSAGE,
        "defaultConfiguration": {"properties": {"level": LEVEL}, "required": ["level"]},
    },
}  # fmt: skip
NOTIFICATION = {"required": ["message"], "properties": {"message": MESSAGE, "level": LEVEL, "locations": {"items": LOCATION}}}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results", "columnKind", "invocations"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {"driver": {"required": ["name", "version", "rules"], "properties": {"rules": {"items": RULE}}}},
                    },
                    "columnKind": {"const": "unicodeCodePoints"},
                    "invocations": {
                        "items": {
                            "required": ["executionSuccessful"],
                            "properties": {"toolExecutionNotifications": {"items": NOTIFICATION}},
                        }
                    },
                    "results": {"items": RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def sarif(text: str) -> Any:
    """The one run of a valid log."""
    log = json.loads(text)
    jsonschema.Draft202012Validator(LOG).validate(log)
    return log["runs"][0]


def test_it_fits_the_standard(make: Make, hostile: DocumentReview, write: Write) -> None:
    """What the standard requires is there, for findings with and without a place, related places and hostile text."""
    review = make("It cures you. It is safe.\n", ["cures"], related="safe", path="a b/ü#1.txt")
    found = sarif(write("sarif", review, hostile))
    first = found["results"][0]
    region = first["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "a%20b/%C3%BC%231.txt"
    assert (region["region"]["startLine"], region["region"]["startColumn"], region["region"]["endColumn"]) == (1, 4, 9)
    assert first["relatedLocations"][0]["message"]["text"] == "first stated here"
    assert first["partialFingerprints"] == {"leaflint/1": "0" * 32}
    assert found["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "CLM101"


def test_rules_have_their_help(make: Make, write: Write) -> None:
    """A rule of the catalogue brings why and sources; every result points at its own rule."""
    found = sarif(write("sarif", make("It cures you.\n", ["cures", "you"])))
    rules = found["tool"]["driver"]["rules"]
    assert "21 CFR 202.1" in rules[0]["help"]["text"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])


def test_gaps_are_notifications(make: Make, write: Write, run: Run) -> None:
    """What was not checked is a notification; a partial run was no success."""
    found = sarif(write("sarif", make("It cures you.\n"), run=replace(run, partial=True)))
    (invocation,) = found["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "document: cannot be read: Permission denied",
        "interrupted: this review is partial",
    ]


def test_what_is_not_open_is_suppressed(make: Make, write: Write) -> None:
    """Findings that do not count travel as suppressed results with the reason."""
    found = sarif(write("sarif", make("It cures you.\n", ["cures"], disposition="baselined")))
    assert found["results"][0]["suppressions"][0]["justification"] == "known since the baseline was made"
    assert "suppressions" not in found["results"][1]


def test_a_decision_says_why(make: Make, write: Write) -> None:
    """A suppression carries the reason on record; one in a comment of the text is told from one in a file."""
    review = make("It cures you. It cures all.\n", ["cures", "cures"], disposition="suppressed")
    sources = ("a.txt:3", "decisions.toml")
    decided = [replace(f, decision=Decision("a quote", "Ann", source=s)) for f, s in zip(review.findings, sources, strict=False)]
    found = sarif(write("sarif", replace(review, findings=tuple(decided))))
    assert [one["suppressions"][0] for one in found["results"]] == [
        {"kind": kind, "status": "accepted", "justification": "a quote (Ann)"} for kind in ("inSource", "external")
    ]


def test_the_strongest_are_kept(make: Make, write: Write) -> None:
    """Beyond what code scanning keeps, errors go before warnings and infos, in their order, and a notice says how many are left out."""
    review = make("It cures you.\n", ["cures"] * 1, severities="e")
    findings = [
        replace(review.findings[0], severity=("info", "error", "warning")[n % 3], fingerprint=f"{n:032x}") for n in range(MOST + 1_000)
    ]
    found = sarif(write("sarif", replace(review, findings=tuple(findings))))
    levels = [result["level"] for result in found["results"]]
    assert len(levels) == MOST
    assert levels == ["error"] * 2000 + ["warning"] * 2000 + ["note"] * 1000
    prints = [result["partialFingerprints"]["leaflint/1"] for result in found["results"][:2000]]
    assert prints == sorted(prints)
    notes = [note["message"]["text"] for note in found["invocations"][0]["toolExecutionNotifications"]]
    assert any(note.startswith("1000 of 6000 findings are left out") for note in notes)


def test_paths_become_addresses() -> None:
    """Relative paths stay relative; bytes that are no UTF-8 keep their value."""
    assert address("a/b.txt") == "a/b.txt"
    assert address("/a b.txt") == "file:///a%20b.txt"
    assert address("caf\udce9.txt") == "caf%E9.txt"
