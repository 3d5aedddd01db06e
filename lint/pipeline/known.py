"""What a run knows besides its documents: the rules in force, the references, and the plug-ins that do not work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.types.review import Skipped
from lint.types.rule import Rule

if TYPE_CHECKING:
    from lint.pipeline.review import Reviewer


@dataclass(frozen=True, slots=True)
class Known:
    """As much of it as a report shows; small, and kept with the reviews."""

    rules: tuple[Rule, ...]
    sha256: str  # of the rules
    packs: tuple[tuple[str, str], ...]  # the rule packs as a report names them, each with a hash
    references: tuple[tuple[str, str, str, str], ...]  # (drug, jurisdictions, version, sha256), sorted
    gaps: tuple[Skipped, ...]

    @classmethod
    def of(cls, reviewer: Reviewer) -> Known:
        """What a reviewer knows."""
        references = sorted(
            (reference.drug, "+".join(reference.jurisdictions), reference.version, reference.sha256)
            for reference in reviewer.references
        )  # fmt: skip
        return cls(reviewer.rulebook.rules, reviewer.rulebook.sha256, reviewer.rulebook.packs, tuple(references), reviewer.gaps)
