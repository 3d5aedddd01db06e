"""A page as parsed, and as headless Chromium shows it where that is installed."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=4000", "--window-size=1280,900", "--dump-dom",
)  # fmt: skip


def with_script(page: str, script: str) -> str:
    """The page with one more script, which its policy is told to allow."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = re.sub(r"script-src &#39;", f"script-src &#39;sha256-{digest}&#39; &#39;", page, count=1)
    assert allowed != page
    return allowed.replace("</body>", f"<script>{script}</script></body>")


@pytest.fixture
def shown(tmp_path: Path) -> Callable[..., str]:
    """Opens a page from disk in a browser and gives back what it became; `script` runs after the page's own."""
    if BROWSER is None:
        if os.environ.get("LEAFLINT_REQUIRE_EXTRAS"):
            pytest.fail("Chromium is not installed, and LEAFLINT_REQUIRE_EXTRAS asks for it")
        pytest.skip("Chromium is not installed")

    def show(page: str, script: str = "") -> str:
        file = tmp_path / "page.html"
        file.write_text(with_script(page, script) if script else page, encoding="utf-8")
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout

    return show
