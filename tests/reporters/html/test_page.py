"""Tests of the HTML report as a file: self-contained, escaped, ordered, and readable by everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

import lint.reporters.html
from lint.reporters import REPORTERS
from lint.types.decision import Decision
from lint.types.review import DocumentReview, Run, Skipped

Make = Callable[..., DocumentReview]
Write = Callable[..., str]
STYLE = (Path(lint.reporters.html.__file__).parent / "templates/style.css").read_text(encoding="utf-8")
TEXT = "# Taking it\n\nIt cures you. It is safe.\n\n### Deep\n\n- one thing\n- שלום לך\n\nAsk your doctor.\n"


@pytest.fixture
def page(make: Make, write: Write) -> str:
    """The page of one Markdown document."""
    return write("html", make(TEXT, ["cures you", "you", "It is safe"], path="a.md", related="doctor"))


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page)


def test_nothing_is_loaded(page: str) -> None:
    """No element loads anything; the policy allows this style and this script by their hashes, and nothing else."""
    root = parsed(page)
    assert not root.xpath("//link | //img | //iframe | //object | //embed | //@src | //@srcset | //@style | //@onclick")
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (element,) = root.xpath(f"//{name}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|http", STYLE)


def test_hostile_text_is_only_text(hostile: DocumentReview, write: Write) -> None:
    """A document that contains a script shows it as words: the page has its own script and no other tag of the text."""
    root = parsed(write("html", hostile))
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//b[contains(., ':: ,')]")
    assert "<script>alert(1)</script>" in root.text_content()


def test_only_web_addresses_become_links(make: Make, write: Write) -> None:
    """A source with another scheme is named, not linked."""
    review = make(TEXT, ["cures"], path="a.md")
    odd = replace(review.findings[0].evidence[0], url="javascript:alert(1)")
    page = write("html", replace(review, findings=(replace(review.findings[0], evidence=(odd,)),), claims=()))
    assert "javascript:" not in page
    assert "Label of Imuran" in page


def test_the_text_is_all_there(page: str) -> None:
    """The words of every block stand in their order, whatever lies over them; lists and headings are told apart."""
    root = parsed(page)
    for extra in root.xpath("//a[contains(@class, 'ref')]"):
        extra.drop_tree()
    blocks = [(block.tag, block.text_content()) for block in root.xpath("//*[contains(@class, 'block ')]")]
    assert [text for _, text in blocks] == [
        "Taking it", "It cures you. It is safe.", "Deep", "one thing", "שלום לך", "Ask your doctor.",
    ]  # fmt: skip
    assert [tag for tag, _ in blocks] == ["h4", "p", "h5", "p", "p", "p"]
    assert set(root.xpath("//*[contains(@class, 'block ')]/@dir")) == {"auto"}


def test_findings_that_overlap_are_nested(page: str) -> None:
    """“you” lies within “cures you”: both are marked, each with its number, and both lead to their notes."""
    root = parsed(page)
    marked = {span.get("data-n"): span.text_content() for span in root.xpath("//span[@data-n='d1f2']")}
    assert marked == {"d1f2": "you"}
    outer = root.xpath("//span[@data-n='d1f1']")
    assert "".join(span.text_content() for span in outer) == "cures you"
    assert root.xpath("//span[@data-n='d1f2']/ancestor::span[@data-n='d1f1']")
    assert [a.get("href") for a in root.xpath("//a[contains(@class, 'ref')]")] == ["#d1f1", "#d1f2", "#d1f3"]


def test_links_lead_somewhere_and_names_are_used_once(page: str) -> None:
    """Every link within the page has its target, no id is used twice, every label has its field."""
    root = parsed(page)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    named = {name for names in root.xpath("//@aria-labelledby") for name in names.split()} | set(root.xpath("//label/@for"))
    assert (targets | named) - set(ids) == set()
    assert {"d1c1", "d1q1", "d1-missing", "d1f1r1"} <= targets


def test_notes_hold_what_an_editor_needs(page: str) -> None:
    """A note has message, suggestion, reason, the label's words and where they stand; a missing statement has its own place."""
    root = parsed(page)
    note = root.get_element_by_id("d1f1").text_content()
    for wanted in (
        "error",
        "rule-0",
        "CLM101",
        "“cures you” is at fault.",
        "instead",
        "It matters.",
        "Malignancy.",
        "BOXED WARNING",
        "2024-07-20",
    ):
        assert wanted in note
    assert [found.text for found in root.get_element_by_id("d1f1").xpath("./blockquote")] == ["Malignancy."]  # in sight before it is opened
    assert root.get_element_by_id("d1f1").xpath(".//a[@href='https://example.org/label']/@rel") == ["noopener noreferrer"]
    assert root.xpath("//section[contains(@class, 'missing')]//article/@data-rule") == ["SAF103"]


def test_ledger_and_checklist(page: str) -> None:
    """The ledger shows claim, verdict and evidence; the checklist shows what satisfies a statement, or the finding on it."""
    root = parsed(page)
    ledger = root.xpath("//section[contains(@class, 'ledger')]//tbody/tr")
    assert [" ".join(cell.text_content().split())[:20] for cell in ledger[0]][1:3] == ["Ask your doctor.effe", "contradicted"]
    present, missing = root.xpath("//section[contains(@class, 'checklist')]//tbody/tr")
    assert "line 10" in present.text_content()
    assert "nothing in the text" in missing.text_content()
    assert missing.xpath(".//a[starts-with(@href, '#d1f')]/@href") == ["#d1f4"]


def test_pictures_say_what_they_show(page: str) -> None:
    """Every picture has its numbers in words, and the places of the findings grow with their place in the text."""
    root = parsed(page)
    labels = root.xpath("//svg[@role='img']/@aria-label")
    assert "Places of the findings along the text: 1 error, 1 warning, 1 info" in labels
    assert "Claims by verdict: 1 contradicted" in labels
    assert "Safety checklist by status: 1 present, 1 missing" in labels
    assert all(svg.get("role") == "img" or svg.get("aria-hidden") == "true" for svg in root.xpath("//svg"))


def test_what_was_not_checked_comes_first(make: Make, write: Write) -> None:
    """Gaps stand above the findings, and a clean result says so in words."""
    review = make(TEXT, ["cures"], path="a.md")
    clean = write("html", review)
    assert "Every check ran on the whole text." in clean
    page = write("html", replace(review, skipped=(Skipped("a.md", "", "page 3", "scanned & unread"),)))
    assert page.index("scanned &amp; unread") < page.index('id="d1f1"')
    assert "Every check ran" not in page


def test_headings_do_not_skip(page: str) -> None:
    """A screen reader's outline has one h1 and no step that is missing."""
    root = parsed(page)
    levels = [
        int(heading.tag[1]) for heading in root.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    ]
    assert len(root.xpath("//h1")) == 1
    assert all(after <= before + 1 for before, after in zip([1, *levels], levels, strict=False))


def test_landmarks_and_names(page: str) -> None:
    """Language, landmarks and names are there: one main, a header, named navigation and sections, labelled fields and buttons."""
    root = parsed(page)
    assert root.get("lang") == "en"
    assert len(root.xpath("//main")) == len(root.xpath("//body/header")) == len(root.xpath("//body/footer")) == 1
    assert root.xpath("//nav/@aria-label")
    sections = [section.get("aria-labelledby") for section in root.xpath("//section")]
    assert len(sections) == len(set(sections))
    assert all(sections)
    for field in root.xpath("//input[@type!='radio' and @type!='checkbox'] | //textarea"):
        assert field.xpath("ancestor::label") or root.xpath(f"//label[@for='{field.get('id')}']")
    assert all(box.xpath("ancestor::label") for box in root.xpath("//input[@type='radio' or @type='checkbox']"))
    assert all(button.text_content().strip() for button in root.xpath("//button"))
    assert all(head.get("scope") for head in root.xpath("//th"))


def test_sign_off_names_what_it_rests_on(page: str, run: Run) -> None:
    """The block to sign holds document, rules, the reference of the text's medicine and no other, and the label's version."""
    text = parsed(page).xpath("//section[contains(@class, 'signoff')]")[0].text_content()
    for wanted in ("a.md", "a" * 64, "azathioprine (US+UK), version 7", "b" * 64, "Label of Imuran, 2024-07-20", "21 CFR 208.20"):
        assert wanted in text
    assert "c" * 64 not in text


def test_findings_that_are_not_open_are_listed_apart(make: Make, write: Write) -> None:
    """A suppressed finding is neither counted nor marked; it stands in the list of those that are not open."""
    review = make(TEXT, ["cures"], path="a.md", disposition="suppressed")
    decided = replace(review.findings[0], decision=Decision("it is a quote", "Ann", "2026-11-01"))
    page = write("html", replace(review, findings=(decided, *review.findings[1:])))
    assert 'data-n="d1f' not in page
    closed = " ".join(parsed(page).xpath("//section[contains(@class, 'closed')]")[0].text_content().split())
    assert "suppressed CLM101 rule-0, line 3: cures – it is a quote (Ann, 2026-11-01)" in closed


def test_many_documents_have_an_index(make: Make, write: Write) -> None:
    """Several documents stand on one page after an index that leads to each, with numbers of its own ids."""
    root = parsed(write("html", make(TEXT, ["cures"], path="a.md"), make(TEXT, ["safe", "cures"][:1], path="b.md")))
    assert root.xpath("//section[@class='index']//tbody//a/@href") == ["#d1", "#d2"]
    assert len(root.xpath("//article[@class='document']")) == 2
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert "gone.txt" in root.xpath("//section[@class='unchecked']")[0].text_content()


def test_a_folder_has_a_page_each(make: Make, run: Run) -> None:
    """In a folder each document has its page, and index.html leads to them; names that clash get a number."""
    files: dict[str, bytes] = {}
    reviews = [make(TEXT, ["cures"], path=path) for path in ("a/b.md", "a-b.md", "index.md")]
    REPORTERS["html"].write_folder(run, reviews, files.__setitem__)
    assert list(files) == ["a-b.md.html", "a-b.md-2.html", "index.md.html", "index.html"]
    links = lxml.html.document_fromstring(files["index.html"]).xpath("//tbody//a/@href")
    assert links == ["a-b.md.html", "a-b.md-2.html", "index.md.html"]


def test_without_the_text_nothing_is_lost(make: Make, write: Write) -> None:
    """A review that does not carry its text still shows every finding with its words."""
    root = parsed(write("html", replace(make(TEXT, ["cures"], path="a.md"), original=None)))
    assert "“cures”" in root.get_element_by_id("d1f1").text_content()


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", block))


def themes() -> Iterator[tuple[str, dict[str, str]]]:
    """The colours of each theme, from the style itself."""
    roots = re.findall(r":root \{([^}]*)\}", STYLE)
    light, dark, paper = (tokens(root) for root in roots)
    assert len(light) == len(dark) > 15
    yield from (("light", light), ("dark", dark), ("print", {**light, **paper}))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    full = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = (int(full[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "accent", "error", "warning", "info", "good") for ground in ("paper", "card")),
    ("accent-ink", "accent"), ("error", "error-tint"), ("warning", "warning-tint"), ("info", "info-tint"), ("good", "good-tint"),
    ("quiet", "quiet-tint"), ("ink", "here"), ("card", "error"), ("card", "warning"), ("card", "info"),
    *(("ink", f"{name}-tint") for name in ("error", "warning", "info", "good")),
]  # fmt: skip


@pytest.mark.parametrize(("theme", "colours"), list(themes()))
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(theme: str, colours: dict[str, str], ink: str, ground: str) -> None:
    """Every colour of words on every ground they stand on has a contrast of 4.5 or more, in all themes."""
    light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{theme}: {ink} on {ground}"


def test_large_reviews_stay_small(make: Make, write: Write) -> None:
    """A document of 5,000 words with 200 findings makes a page of under 2 MB; 500 findings still make a whole one."""
    text = "\n\n".join("It cures you and it is safe for all of them, said the doctor. " * 4 for _ in range(96))
    assert len(text.split()) >= 5_000
    page = write("html", make(text, ["cures you"] * 200))
    assert len(page.encode()) < 2_000_000


def test_many_findings_over_the_same_words(make: Make, write: Write) -> None:
    """Hundreds of findings at one place are all in the margin and numbered; only the first few are underlined there."""
    review = make(TEXT, ["cures"], path="a.md")
    many = replace(review, findings=tuple(replace(review.findings[0], fingerprint=f"{n:032x}") for n in range(500)))
    root = parsed(write("html", many))
    assert len(root.xpath("//div[@class='margin']/article")) == len(root.xpath("//a[starts-with(@class, 'ref ')]")) == 500
    assert len(root.xpath("//span[starts-with(@class, 'w ')]")) == 8
