"""Decisions of people on findings: in a comment of the text, or in a file beside it."""

from __future__ import annotations

from dataclasses import dataclass

from lint.types.text import Place


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a finding does not count: what stands on record."""

    reason: str
    by: str = ""  # who decided
    date: str = ""  # ISO date, where it is known
    until: str = ""  # ISO date, the last day on which it holds; empty: without end
    source: str = ""  # where it is written: "a.md:12", "decisions.toml"

    def __str__(self) -> str:
        until = f"until {self.until}" if self.until else ""
        signed = ", ".join(part for part in (self.by, self.date, until, self.source) if part)
        return f"{self.reason} ({signed})" if signed else self.reason


@dataclass(frozen=True, slots=True)
class FileDecision:
    """What an editor decided on a finding: an entry of a decisions file, a field for each of its keys."""

    fingerprint: str  # names the finding
    path: str = ""
    part: str = ""
    rule: str = ""
    quote: str = ""
    decision: str = "dismiss"  # accept: the finding stands | dismiss: it does not
    reason: str = ""
    by: str = ""
    date: str = ""  # ISO date; empty where it is not known
    until: str = ""  # ISO date, the last day on which it holds
    source: str = ""  # the name of its file; no key

    @property
    def on_record(self) -> Decision:
        """The decision as it stands beside a finding."""
        return Decision(self.reason.strip(), self.by, self.date, self.until, self.source)


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a comment in a text asks to leave out, for one rule. Offsets are the source's."""

    rule: str  # code, name, family, or requirement's id; empty where the comment cannot be followed
    start: int  # findings that begin in [start, end) are meant
    end: int
    whole: bool  # the whole document is meant: its missing statements too
    decision: Decision
    place: Place  # of the comment
    fault: str = ""  # why it cannot be followed
