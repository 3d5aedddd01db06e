"""What a run knows besides its documents: the rules in force, the references, and the plug-ins that do not work."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.types.review import Skipped
from lint.types.rule import Rule

if TYPE_CHECKING:
    from lint.pipeline.review import Reviewer


@dataclass(frozen=True, slots=True)
class Known:
    """As much of it as a report shows; small, and kept with the reviews."""

    rules: tuple[Rule, ...]  # without their examples
    sha256: str  # of the rules
    packs: tuple[tuple[str, str], ...]  # the rule packs as a report names them, each with a hash
    references: tuple[tuple[str, str, str, str], ...]  # (drug, jurisdictions, version, sha256), sorted
    gaps: tuple[Skipped, ...]
    given: tuple[str, ...] = ()  # the drugs whose labels were given for this run, sorted

    @classmethod
    def of(cls, reviewer: Reviewer) -> Known:
        """What a reviewer knows."""
        references = sorted(
            (reference.drug, "+".join(reference.jurisdictions), reference.version, reference.sha256)
            for reference in reviewer.references
        )  # fmt: skip
        return cls(
            tuple(replace(rule, examples=()) for rule in reviewer.rulebook.rules),
            reviewer.rulebook.sha256,
            reviewer.rulebook.packs,
            tuple(references),
            reviewer.gaps,
            tuple(sorted(reviewer.given)),
        )

    def unused(self, drugs: Collection[str]) -> Iterator[str]:
        """A note on each label that was given and that no text is about; `drugs` are those that texts are about."""
        for drug in self.given if drugs else ():
            if drug not in drugs:
                yield f"the label of {drug} was not used: the texts are about {', '.join(sorted(drugs))}"
