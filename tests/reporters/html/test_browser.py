"""Tests of the HTML report in headless Chromium: it shows, filters, decides and saves from a file on disk."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable

import pytest

from lint.types.review import DocumentReview

Make = Callable[..., DocumentReview]
Write = Callable[..., str]
Shown = Callable[..., str]
TEXT = "# Taking it\n\nIt cures you. It is safe.\n\nAsk your doctor.\n"
SAVE = """
const made = [];
URL.createObjectURL = (blob) => { made.push(blob); return "#"; };
HTMLAnchorElement.prototype.click = function () { document.body.dataset.name = this.download; };
const press = (note, what) => document.querySelector(`#${note} [data-decision=${what}]`).click();
const say = (field, text) => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
press("d1f1", "dismiss");
document.querySelector("[data-do=save]").click();
document.body.dataset.early = String(made.length);
say(document.querySelector("#d1f1 .reason input"), 'Said by “a patient”, "quoted"\\\\ \\u007f');
press("d1f2", "accept");
say(document.querySelector("#d1-by"), "Ann Editor");
document.querySelector("[data-do=save]").click();
made[0].text().then((text) => {
  const out = document.createElement("pre");
  Object.assign(out, { id: "saved", textContent: text });
  document.body.append(out);
});
"""


@pytest.fixture
def page(make: Make, write: Write) -> str:
    """The page of one document with an error and a warning, and a missing statement."""
    return write("html", make(TEXT, ["cures", "safe"], path="a.md"))


def said(dom: str) -> str:
    """What the page says of its findings at the top."""
    found = re.search(r"<output[^>]*>([^<]*)</output>", dom)
    assert found
    return found[1]


def test_its_script_runs_under_its_policy(page: str, shown: Shown) -> None:
    """The page's own script is allowed: every note gets its buttons and the findings are counted."""
    dom = shown(page)
    assert said(dom) == "3 findings"
    assert dom.count('data-decision="dismiss"') == 3 + 1  # one more in the template


def test_scripts_of_a_document_do_not_run(hostile: DocumentReview, write: Write, shown: Shown) -> None:
    """Even a script that got into the page would not run; a document's own is only words."""
    page = write("html", hostile).replace("</main>", "<script>document.title = 'taken'</script></main>")
    dom = shown(page)
    assert "<title>taken" not in dom
    assert "findings" in said(dom)


@pytest.mark.parametrize(("box", "left"), [("error", "1 of 3 findings"), ("warning", "2 of 3 findings"), ("safety", "2 of 3 findings")])
def test_filters_work_by_style_alone(page: str, shown: Shown, box: str, left: str) -> None:
    """A severity or check whose box is not ticked has no notes on the page."""
    assert said(shown(page.replace(f'id="show-{box}" checked', f'id="show-{box}"'))) == left


def test_decisions_are_saved_as_a_file(page: str, shown: Shown) -> None:
    """What was decided becomes a decisions file, without a server; nothing is dismissed without a reason."""
    dom = shown(page, SAVE)
    assert 'data-early="0"' in dom
    assert 'data-name="decisions.toml"' in dom
    saved = re.search(r'<pre id="saved">(.*?)</pre>', dom, re.DOTALL)
    assert saved
    data = tomllib.loads(saved[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    assert data["schema"] == "leaflint-decisions/1"
    first, second = data["decision"]
    assert first == {
        "fingerprint": "0" * 32, "path": "a.md", "part": "", "rule": "CLM101", "quote": "cures", "decision": "dismiss",
        "reason": 'Said by “a patient”, "quoted"\\ \x7f', "by": "Ann Editor", "date": first["date"],
    }  # fmt: skip
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", first["date"])
    assert (second["decision"], second["reason"]) == ("accept", "")
    assert "# by: Ann Editor" in saved[1]


def test_keys_lead_through_the_findings(page: str, shown: Shown) -> None:
    """j goes to the next finding and marks its words; d dismisses it."""
    keys = (
        """for (const key of ["j", "j", "d"]) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));"""
    )
    dom = shown(page, keys)
    assert re.search(r'class="note warning claims current dismiss[^"]*" id="d1f2"', dom)
    assert re.search(r'class="w warning claims n0 here" data-n="d1f2"', dom)
    assert said(dom) == "3 findings · 1 decided · 1 without a reason"


def test_right_to_left_text_runs_so(make: Make, write: Write, shown: Shown) -> None:
    """A Hebrew paragraph has its own direction; the page keeps its own."""
    page = write("html", make("שלום לך cures את הכול.\n\nAsk your doctor.\n", ["cures"]))
    script = "document.body.dataset.way = [...document.querySelectorAll('.block')].map((b) => getComputedStyle(b).direction).join();"
    assert 'data-way="rtl,ltr"' in shown(page, script)


def test_five_hundred_findings_open(make: Make, write: Write, shown: Shown) -> None:
    """A long review with 500 findings is laid out whole and does not hang; how quickly, tests/benchmarks/measure_html.py tells."""
    text = "\n\n".join("It cures you and it is safe for all of them, said the doctor. " * 5 for _ in range(100))
    page = write("html", make(text, ["cures"] * 500))
    script = "document.body.dataset.took = performance.now(); document.body.dataset.height = document.body.scrollHeight;"
    dom = shown(page, script)
    assert said(dom) == "501 findings"
    took = re.search(r'data-took="([\d.]+)"', dom)
    assert took
    assert float(took[1]) < 60_000
