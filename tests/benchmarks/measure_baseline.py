"""A repository of 200 old pages: with a baseline nothing is new; what is edited is; what is moved is not.

    python -m tests.benchmarks.measure_baseline FOLDER [PAGES]

FOLDER must not exist; the pages and the baseline are left in it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from lint.pipeline.baseline import create
from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.types.review import Finding
from tests.baseline import legacy

EDITED = (3, 77, 142)


def main(folder: Path, pages: int = 200) -> None:
    """Prints how many findings count after each step."""
    folder.mkdir(parents=True)
    os.chdir(folder)
    where, edited = Path("pages"), [number % pages for number in EDITED]
    for number in range(pages):
        legacy.write(where, number, legacy.paragraphs(number))
    begun = time.perf_counter()
    taken = create(["pages"], Settings("2026-11-24"), Path(".leaflint-baseline"))
    taken.write()
    total = sum(entry.count for one in taken.plans for entry in one.entries)
    print(f"{pages} pages, {total} findings set aside, {time.perf_counter() - begun:.1f} s")
    print(f"as they were: {len(opened())} new")
    for number in edited:
        legacy.write(where, number, [*legacy.paragraphs(number)[:3], legacy.new_sentence(number), *legacy.paragraphs(number)[3:]])
    new = opened()
    right = [found for found in new if found.place and found.place.quote in legacy.new_sentence(int(found.path.split("page")[2][:-3]))]
    print(
        f"{len(edited)} pages edited: {len(new)} new in {len({found.path for found in new})} pages, {len(right)} of them on the new words"
    )
    for number in range(pages):
        legacy.write(where, number, legacy.moved(number))
    print(f"all paragraphs moved: {len(opened())} new")


def opened() -> list[Finding]:
    """The findings that count."""
    found = check(["pages"], Settings("2026-11-24", baseline=Path(".leaflint-baseline")))
    return [one for review in found.reviews for one in review.findings if one.disposition == "open"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
