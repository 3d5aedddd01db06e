"""The stage across documents: what the pages of one run say of each other, put into the reviews they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lint.across.join import join
from lint.errors import LeaflintError
from lint.pipeline.discover import discover, load_source
from lint.readers import read
from lint.repeats.difference import Words
from lint.types.digest import Digest
from lint.types.review import FAILED, Finding, Skipped

if TYPE_CHECKING:
    from lint.pipeline.review import Reviewer


def across(
    digests: Iterable[Digest], reviewer: Reviewer, standards: Sequence[Digest] = ()
) -> tuple[dict[tuple[str, str], list[Finding]], tuple[Skipped, ...]]:
    """The findings across documents, by path and part of their document; and the gap, where the step failed."""
    compared = apart(digests, standards)
    words = Words(reviewer.corrector.drugs.exact, reviewer.corrector.vocabulary.spelt)
    by_document: dict[tuple[str, str], list[Finding]] = {}
    try:
        for finding in join(compared, standards, reviewer.rulebook.rule, words):
            by_document.setdefault((finding.path, finding.part), []).append(finding)
    except Exception as error:  # whatever goes wrong between documents, their own reviews still report
        reason = f"the comparison of documents failed: {type(error).__name__}: {error}"
        return {}, (Skipped("", "", f"{FAILED}across documents", reason),)
    return by_document, ()


def apart(digests: Iterable[Digest], standards: Sequence[Digest]) -> Iterator[Digest]:
    """The digests of documents that are no approved texts themselves."""
    approved = {_resolved(digest.path) for digest in standards}
    return (digest for digest in digests if not (approved and _resolved(digest.path) in approved))


def in_order(digests: Iterable[Digest]) -> tuple[Digest, ...]:
    """Digests by path and part."""
    return tuple(sorted(digests, key=lambda digest: (digest.path, digest.part)))


def read_standards(paths: Sequence[Path], reviewer: Reviewer) -> tuple[tuple[Digest, ...], tuple[Skipped, ...]]:
    """The digests of the approved texts under some paths, and what could not be read. Raises LeaflintError where there is none."""
    if not paths:
        return (), ()
    try:
        found = discover([_shown(path) for path in paths])
    except LeaflintError as error:
        raise LeaflintError(f"boilerplate: {error}") from None
    digests: list[Digest] = []
    skipped = list(found.skipped)
    for path in found.paths:
        source = load_source(path)
        for item in (source,) if isinstance(source, Skipped) else read(source):
            if isinstance(item, Skipped):
                skipped.append(replace(item, what=f"approved text: {item.what}"))
            else:
                digests.append(reviewer.standard(item))
    return tuple(digests), tuple(skipped)


def _shown(path: Path) -> Path:
    """The path as a user would write it from here, so that reports do not depend on where the project lies."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _resolved(path: str) -> Path:
    return Path(path).resolve()
