"""Measures the HTML report in headless Chromium: size, time to open, and what the accessibility checker axe-core finds.

    npm install --prefix FOLDER axe-core playwright-core
    python tests/benchmarks/measure_html.py FOLDER [TEXT]...

Without texts it reviews the documents of the corpus, and one of 5,000 words with 200 findings. Ends with 1 when a page is larger
than 2 MB, takes a second or more to open at 1280 pixels, or has a violation that axe-core calls serious or critical.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.reporters import REPORTERS

LARGEST, SLOWEST = 2_000_000, 1_000  # bytes, milliseconds
SCRIPT = """
const { chromium } = require("playwright-core"), fs = require("fs");
(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: process.argv[2], args });
  const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const views = [[1280, "light"], [1280, "dark"], [800, "light"], [400, "dark"]];
  for (const file of process.argv.slice(3)) for (const [width, colorScheme] of views) {
    const page = await (await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } })).newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto("file://" + file);
    const opened = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    const found = violations.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.length }));
    console.log(JSON.stringify({ file, width, colorScheme, opened, wide, errors, found }));
    await page.context().close();
  }
  await browser.close();
})();
"""


def pages(folder: Path, texts: list[str]) -> list[Path]:
    """The reports to measure."""
    if not texts:
        large = folder / "large.txt"
        wonders = ("is completely safe", "cures lupus for good", "is a miracle", "works for everyone", "has no side effects")
        lines = [
            f"In year {n} she read that it {wonders[n % 5]}, and asked doctor number {n * 7} what tests number {n * 3} had shown."
            for n in range(230)
        ]
        large.write_text("Azathioprine\n\nAzathioprine is a medicine.\n\n" + "\n\n".join(lines), encoding="utf-8")
        texts = ["corpus/documents/azathioprine.txt", "corpus/documents/imuran.txt", str(large)]
    made = []
    for text in texts:
        found = check([text], Settings(today="2026-11-24", keep_text=True))
        made.append(folder / f"{Path(text).stem}.html")
        with made[-1].open("w", encoding="utf-8") as out:
            REPORTERS["html"](found.run, found.reviews, out)
        (review,) = found.reviews
        print(f"{made[-1].name}: {review.document.words} words, {len(review.findings)} findings, {made[-1].stat().st_size} bytes")
    return made


def main() -> int:
    """Prints one line a page and view."""
    modules, texts = Path(sys.argv[1]).resolve(), sys.argv[2:]
    browser = shutil.which("chromium") or shutil.which("google-chrome") or ""
    bad = 0
    with tempfile.TemporaryDirectory() as temporary:
        made = pages(Path(temporary), texts)
        bad += sum(page.stat().st_size > LARGEST for page in made)
        command = ["node", "-", browser, *map(str, made)]
        done = subprocess.run(command, input=SCRIPT, capture_output=True, text=True, cwd=modules, check=True)
        for line in done.stdout.splitlines():
            view: dict[str, Any] = json.loads(line)
            view["file"] = Path(view["file"]).name
            slow = view["width"] == 1280 and view["opened"] >= SLOWEST
            bad += slow or view["wide"] or bool(view["errors"]) or any(one["impact"] in ("serious", "critical") for one in view["found"])
            print(view)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
