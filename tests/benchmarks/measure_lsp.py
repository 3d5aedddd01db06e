"""What a writer waits for: python tests/benchmarks/measure_lsp.py FOLDER [--words N] [--edits N]

Opens a Markdown text of N words, made of the texts (.txt, .md) in FOLDER, in a language server of its own, and edits it. Prints, in
milliseconds, from the opening and from the last keystroke to the findings; what of the latter is the server's pause; and the time
that the processor worked for an edit, which tells on a busy machine what the other figures would be on an idle one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from lint.live.server import PAUSE
from tests.live.session import Session


def text_of(folder: Path, words: int) -> str:
    """A text of about so many words: those of the folder one after another, from the start again where they are too few."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    if not texts:
        raise SystemExit(f"{folder}: there is no .txt or .md file")
    blocks = [block for text in texts for block in text.split("\n\n")]
    made: list[str] = []
    count = 0
    while count < words:
        block = blocks[len(made) % len(blocks)]
        made.append(block)
        count += len(block.split())
    return "\n\n".join(made)


def worked(process: int) -> float:
    """The seconds that a process has kept the processor busy; 0 where the system does not tell."""
    about = Path(f"/proc/{process}/stat")
    if not about.exists():
        return 0.0
    fields = about.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=15)
    given = parser.parse_args()
    text = text_of(given.folder, given.words)
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder))
        start = time.perf_counter()
        uri = session.open("a.md", text)
        found = session.diagnostics(uri, 1)
        opened = time.perf_counter() - start
        times = []
        before = worked(session.process.pid)
        for edit in range(given.edits):
            time.sleep(0.5)
            session.change(uri, f"{text}\n\n😀 Edit {edit} of it.\n", edit + 2)
            start = time.perf_counter()
            session.diagnostics(uri, edit + 2)
            times.append(time.perf_counter() - start)
        each = (worked(session.process.pid) - before) / given.edits
        session.kill()
    times.sort()
    middle, slow = 1000 * statistics.median(times), 1000 * times[round(0.9 * (len(times) - 1))]
    print(f"{len(text.split())} words, {len(found)} findings; from opening, with everything to load: {1000 * opened:.0f} ms")
    print(f"from the last keystroke: median {middle:.0f} ms, nine of ten within {slow:.0f} ms, worst {1000 * times[-1]:.0f} ms")
    print(f"of which the pause: {1000 * PAUSE:.0f} ms; the processor worked {1000 * each:.0f} ms for an edit")


if __name__ == "__main__":
    main()
