"""Labels of every form: openFDA JSON, summaries and leaflets as text, Markdown and HTML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.labels.read import read_labels
from lint.types.label import Label

DRUGS = {"fictoxaban": "fictoxaban", "warfarin": "warfarin"}


def read(folder: Path, name: str, text: str, **given: str) -> tuple[Label, ...]:
    """The labels in a file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_labels(path, drug_of=DRUGS.get, **given)


RESULT = {
    "set_id": "s-1", "version": "3", "effective_time": "20250304",
    "boxed_warning": ["WARNING: BLEEDING It can kill."],
    "dosage_and_administration": [
        "2 DOSAGE AND ADMINISTRATION Take it. 2.1 Recommended Dose The dose is 5 mg (2.3 mg base). 2.2 Children None."
    ],
    "strange_new_field": ["Kept under other."],
    "openfda": {
        "brand_name": ["Fictovan"], "generic_name": ["FICTOXABAN SODIUM"], "pharm_class_epc": ["Factor Xa Inhibitor [EPC]"],
        "route": ["ORAL"],
    },
}  # fmt: skip


def test_openfda_as_downloaded(tmp_path: Path) -> None:
    """Names, version and date are taken over; every text is in a passage with its pointer."""
    (label,) = read(tmp_path, "x.json", json.dumps({"meta": {}, "results": [RESULT]}))
    assert (label.drug, label.brands, label.synonyms) == ("fictoxaban", ("Fictovan",), ("fictoxaban sodium",))
    assert (label.identifier, label.version, label.date, label.jurisdiction) == ("s-1", "3", "2025-03-04", "US")
    assert label.classes == ("factor xa inhibitor",)
    assert label.routes == ("oral",)
    assert label.url.endswith("setid=s-1")
    assert [(p.section, p.path[-1], p.place) for p in label.passages] == [
        ("boxed", "BOXED WARNING", "/results/0/boxed_warning/0"),
        ("dosage", "DOSAGE AND ADMINISTRATION", "/results/0/dosage_and_administration/0"),
        ("dosage", "2.1 Recommended Dose", "/results/0/dosage_and_administration/0"),
        ("dosage", "2.2 Children None", "/results/0/dosage_and_administration/0"),
        ("other", "STRANGE NEW FIELD", "/results/0/strange_new_field/0"),
    ]
    texts = " ".join(p.text for p in label.passages)
    assert all(value[0] in texts for key, value in RESULT.items() if isinstance(value, list))


def test_several_labels_in_one_file(tmp_path: Path) -> None:
    """Each result is a label of its own."""
    other = {"indications_and_usage": ["For clots."], "openfda": {"generic_name": ["Warfarin"]}}
    assert [label.drug for label in read(tmp_path, "x.json", json.dumps([RESULT, other]))] == ["fictoxaban", "warfarin"]


SMPC = """# Fictovan 5 mg tablets (fictoxaban)

1. NAME OF THE MEDICINAL PRODUCT

Fictovan 5 mg film-coated tablets

4.1 Therapeutic indications

Prevention of stroke in adults.

4.2 Posology and method of administration

The usual dose is 5 mg twice daily.

4.3 Contraindications

- Active bleeding.

4.8 Undesirable effects

Very common: bleeding.

8. MARKETING AUTHORISATION NUMBER

EU/1/11/691/001. Fictovan is a mark.
"""


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_summary_of_product_characteristics(name: str, tmp_path: Path) -> None:
    """Numbered sections tell what a passage deals with, the licence number whose it is."""
    (label,) = read(tmp_path, name, SMPC)
    assert (label.drug, label.jurisdiction) == ("fictoxaban", "EU")
    by_section = {p.section: p.text for p in label.passages}
    assert by_section["indications"] == "Prevention of stroke in adults."
    assert by_section["dosage"] == "The usual dose is 5 mg twice daily."
    assert "Active bleeding." in by_section["contraindications"]
    assert by_section["adverse-reactions"] == "Very common: bleeding."


def test_html_without_its_scripts(tmp_path: Path) -> None:
    """Blocks and table rows of a page; what a script says is no label text."""
    page = (
        "<html><head><script>var x = 'take 500 mg';</script></head><body><h1>Fictovan (fictoxaban)</h1>"
        "<p>Report by the Yellow&nbsp;Card scheme.</p>"
        "<h2>4.1 Therapeutic indications</h2><p>Prevention of <b>str</b>oke.</p><h2>4.2 Posology</h2>"
        "<table><tr><td>Adults</td><td>5 mg</td></tr></table></body></html>"
    )
    (label,) = read(tmp_path, "x.html", page)
    assert label.jurisdiction == "UK"
    assert [p.text for p in label.section("indications", "dosage")] == ["Prevention of stroke.", "Adults 5 mg"]
    assert "500 mg" not in " ".join(p.text for p in label.passages)


def test_a_patient_leaflet(tmp_path: Path) -> None:
    """The headings of a leaflet open sections, and its subheadings too."""
    text = (
        "## 1. What Fictovan is and what it is used for\n\nFictovan contains the active substance fictoxaban.\n\n"
        "## 2. What you need to know before you take Fictovan\n\n**Do not take Fictovan**\n\n- if you bleed\n\n"
        "Pregnancy and breast-feeding\n\nAsk your doctor.\n\n## 3. How to take Fictovan\n\nTake one tablet.\n\n"
        "## 4. Possible side effects\n\nBruises. Report them, see Appendix V.\n"
    )
    (label,) = read(tmp_path, "x.md", text)
    assert (label.drug, label.jurisdiction) == ("fictoxaban", "EU")
    assert [(p.section, p.text) for p in label.passages if p.text in ("if you bleed", "Ask your doctor.", "Take one tablet.")] == [
        ("contraindications", "if you bleed"), ("pregnancy", "Ask your doctor."), ("dosage", "Take one tablet."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.json", '{"results": [', r"x\.json:1:14: not valid JSON"),
        ("x.json", '{"results": []}', "holds no label"),
        ("x.json", '{"openfda": {}}', "no section with text"),
        ("x.json", '{"boxed_warning": "It can kill."}', "does not name its medicine: give --drug"),
        ("x.md", "Just a letter about fictoxaban.", "no section of a label was recognised"),
        ("x.md", "# 4.1 Therapeutic indications\n\nFictoxaban prevents clots.", "whose label it is: give --jurisdiction"),
        ("x.md", "", "is empty"),
    ],
)
def test_what_is_no_label_is_said(name: str, text: str, said: str, tmp_path: Path) -> None:
    """The error names the file, what is wrong and the way out."""
    with pytest.raises(LeaflintError, match=said):
        read(tmp_path, name, text)


def test_given_names_go_before_the_file(tmp_path: Path) -> None:
    """--drug and --jurisdiction decide."""
    (label,) = read(tmp_path, "x.md", "# 4.1 Therapeutic indications\n\nIt prevents clots.", drug="Nonsensin", jurisdiction="UK")
    assert (label.drug, label.jurisdiction) == ("nonsensin", "UK")


def test_a_summary_of_product_characteristics(tmp_path: Path) -> None:
    """The name stands in section 1, the date in section 10."""
    text = (
        "1. NAME OF THE MEDICINAL PRODUCT\n\nFictovan 5 mg film-coated tablets\n\n2. QUALITATIVE AND QUANTITATIVE COMPOSITION\n\n"
        "The active substance is fictoxaban.\n\n4.1 Therapeutic indications\n\nTreatment of blood clots.\n\n"
        "10. DATE OF REVISION OF THE TEXT\n\n12 March 2024\n\nEuropean Medicines Agency\n"
    )
    (label,) = read(tmp_path, "x.txt", text)
    assert (label.brands, label.date, label.jurisdiction) == (("Fictovan",), "2024-03-12", "EU")


@pytest.mark.parametrize(
    ("said", "date"), [("March 2024", "2024-03"), ("03/2024", "2024-03"), ("1 May 2021", "2021-05-01"), ("{MM/YYYY}", ""), ("2024", "")]
)
def test_the_date_of_a_leaflet(tmp_path: Path, said: str, date: str) -> None:
    """As much of a date as the text gives, none where it gives none."""
    text = f"## 1. What Fictovan is and what it is used for\n\nFictoxaban. Appendix V.\n\nThis leaflet was last revised in {said}.\n"
    (label,) = read(tmp_path, "x.md", text)
    assert label.date == date


def test_a_medicine_named_in_passing_is_not_the_labels_own(tmp_path: Path) -> None:
    """A medicine that no list knows is asked for; the one that it interacts with does not lend its name."""
    text = "# Fictovan 5 mg tablets\n\n" + "".join(
        f"## 4.{number} {heading}\n\n{body}\n\n"
        for number, heading, body in [
            (1, "Therapeutic indications", "Fictovan is indicated for gout."),
            (2, "Posology and method of administration", "The dose is 5 mg.\n\nIt is taken with food."),
            (5, "Interaction with other medicinal products", "It weakens warfarin."),
        ]
    )
    with pytest.raises(LeaflintError, match="give --drug"):
        read(tmp_path, "x.md", text, jurisdiction="EU")
    (label,) = read(tmp_path, "x.md", text, jurisdiction="EU", drug="fictovanib")
    assert label.drug == "fictovanib"


def test_the_active_substance_of_another_medicine_lends_no_name(tmp_path: Path) -> None:
    """A leaflet that speaks of “a medicine containing” something else is not on that; one that says so of itself is."""
    said = "If you had a medicine containing the active substance warfarin, take fictoxaban fasting."
    text = f"## 1. What fictoxaban is and what it is used for\n\nFictoxaban is for clots.\n\n## 3. How to take fictoxaban\n\n{said}\n"
    (label,) = read(tmp_path, "x.md", text, jurisdiction="UK")
    assert label.drug == "fictoxaban"
    text = "## 1. What Fictovan is and what it is used for\n\nFictovan is a medicine that contains the active substance warfarin.\n"
    (label,) = read(tmp_path, "x.md", text, jurisdiction="UK")
    assert label.drug == "warfarin"


def test_the_medicine_of_a_label_is_the_one_it_contains(tmp_path: Path) -> None:
    """The substance that section 2 gives with its amount is the label's medicine, though no list knows it and an interaction has a known
    name, however often one paragraph repeats that; an excipient is no medicine."""
    interaction = "Warfarin: rises in warfarin were seen; watch the levels of warfarin."
    text = f"""2. QUALITATIVE AND QUANTITATIVE COMPOSITION

Each film-coated tablet contains 50 mg of velmastide. Each tablet contains 60 mg lactose.

4.1 Therapeutic indications

Velmarin is indicated for gout.

4.2 Posology and method of administration

The dose is 50 mg once daily.

4.5 Interaction with other medicinal products

{interaction}
"""
    (label,) = read(tmp_path, "x.txt", text, jurisdiction="EU")
    assert label.drug == "velmastide"
    with pytest.raises(LeaflintError, match="give --drug"):
        read(tmp_path, "y.txt", text.replace("50 mg of velmastide", "the active ingredient"), jurisdiction="EU")


@pytest.mark.parametrize(("name", "start"), [("label.docx", "PK\x03\x04"), ("label.pdf", "%PDF-1.7")])
def test_word_and_pdf_are_no_labels(tmp_path: Path, name: str, start: str) -> None:
    """The message says what to do with them."""
    with pytest.raises(LeaflintError, match="save it as HTML or text"):
        read(tmp_path, name, start)
