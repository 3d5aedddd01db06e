"""From a label to a reference file and back: derived facts, overlays, order of look-up, the command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli import main
from lint.errors import LeaflintError
from lint.labels import save_reference
from lint.pipeline.labels import import_labels
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.settings import Settings
from lint.references import load_reference, load_references, reference_for, shipped_folders
from lint.rulebook import load_rulebook
from lint.types.label import OVER_THE_COUNTER
from lint.types.reference import Reference

LABEL = {
    "set_id": "s-1", "version": "3", "effective_time": "20250304",
    "boxed_warning": ["WARNING: SUICIDAL THOUGHTS. Antidepressants increased the risk of suicidal thoughts and behavior."],
    "indications_and_usage": ["1 INDICATIONS AND USAGE It is indicated for rheumatoid arthritis. It is not indicated for psoriasis."],
    "dosage_and_administration": ["The recommended starting dose is 20 mg once daily. The maximum is 60 mg daily."],
    "contraindications": ["Use with linezolid is contraindicated. Do not use it on Tuesdays if the moon is full."],
    "drug_interactions": ["Avoid use with clarithromycin. Reduce the dose with fluconazole. Monitor patients who take warfarin closely."],
    "adverse_reactions": ["The most common adverse reactions (≥10%) were nausea, dry mouth and headache."],
    "storage_and_handling": ["Store at room temperature."],
    "openfda": {"brand_name": ["Fictozac"], "generic_name": ["FICTOXETINE HYDROCHLORIDE"], "route": ["ORAL"]},
}  # fmt: skip


@pytest.fixture
def label(tmp_path: Path) -> Path:
    """A label file of a medicine that nobody makes."""
    path = tmp_path / "label.json"
    path.write_text(json.dumps({"results": [LABEL]}), encoding="utf-8")
    return path


@pytest.fixture
def reference(label: Path) -> Reference:
    """What is derived from it."""
    return import_labels([label], load_references(shipped_folders()), load_rulebook())[0]


def test_facts_with_their_quotes(reference: Reference) -> None:
    """Each fact carries a sentence that stands word for word in its passage, with section, version and date."""
    texts = {passage.id: passage.text for passage in reference.passages}
    assert all(fact.quote in texts[fact.passage] for fact in reference.facts if fact.quote)
    by_id = {fact.id.removeprefix("fictoxetine.us."): fact for fact in reference.facts}
    assert by_id["indication.rheumatoid-arthritis"].conditions == ("rheumatoid-arthritis",)
    assert by_id["off-label.psoriasis"].quote == "It is not indicated for psoriasis."
    assert by_id["boxed.suicidality"].boxed
    assert by_id["contraindication.with-linezolid"].consequence == "contraindicated"
    assert {name: by_id[f"interaction.{name}"].consequence for name in ("clarithromycin", "fluconazole", "warfarin")} == {
        "clarithromycin": "avoid", "fluconazole": "reduce-dose", "warfarin": "caution",
    }  # fmt: skip
    assert by_id["dosing.2"].maximum
    assert by_id["dosing.2"].amounts == ("60 mg",)
    effects = next(fact for fact in reference.facts if fact.kind == "side-effect")
    assert (effects.frequency, effects.effects) == ("very common", ("nausea", "dry mouth", "headache"))
    cited = by_id["storage.storage"].citations[0]
    assert (cited.title, cited.date) == ("Fictozac (fictoxetine), US prescribing information, version 3", "2025-03-04")


def test_what_could_not_be_derived_is_listed(reference: Reference) -> None:
    """A contraindication that no topic knows is named, not guessed."""
    assert any("Tuesdays" in gap for gap in reference.underived)


def test_written_and_read_back(reference: Reference, tmp_path: Path) -> None:
    """The file holds everything; reading it gives the same reference."""
    path = save_reference(reference, tmp_path / "references")
    assert path.name == "fictoxetine.us.yaml"
    assert replace(load_reference(path), sha256=reference.sha256) == reference


OVERLAY = """
schema: leaflint-reference/1
drug: fictoxetine
remove: [fictoxetine.us.interaction.warfarin]
facts:
  - {id: fictoxetine.us.interaction.fluconazole, severity: error}
  - id: fictoxetine.us.advice.sun
    kind: advice
    jurisdictions: [US]
    severity: warning
    statement: "Stay out of the sun."
    cite: [{source: label, section: "17", confirmed: false}]
"""


def test_an_overlay_corrects_and_survives_the_next_import(reference: Reference, tmp_path: Path) -> None:
    """Facts are replaced key by key, added and removed; importing again leaves the overlay alone."""
    path = save_reference(reference, tmp_path)
    (tmp_path / "fictoxetine.us.overlay.yaml").write_text(OVERLAY, encoding="utf-8")
    save_reference(reference, tmp_path)
    facts = {fact.id.removeprefix("fictoxetine.us."): fact for fact in load_reference(path).facts}
    assert facts["interaction.fluconazole"].severity == "error"
    assert facts["interaction.fluconazole"].quote == "Reduce the dose with fluconazole."
    assert "interaction.warfarin" not in facts
    assert facts["advice.sun"].statement == "Stay out of the sun."


def test_an_overlay_adds_brands(reference: Reference, tmp_path: Path) -> None:
    """Names that the label does not have are the medicine's too, beside its own."""
    path = save_reference(reference, tmp_path)
    path.with_suffix(".overlay.yaml").write_text(
        "schema: leaflint-reference/1\ndrug: fictoxetine\nbrands: {US: [Fictora], UK: [Fictal]}\n", "utf-8"
    )
    names = load_reference(path).names
    assert {"fictozac", "fictora", "fictal"} <= set(names)


@pytest.mark.parametrize(
    ("overlay", "said"),
    [
        (OVERLAY.replace("interaction.warfarin", "interaction.nothing"), r"overlay\.yaml:2:1: there is no fact"),
        (OVERLAY.replace("severity: error", "severty: error"), r"overlay\.yaml:6:\d+: unknown key 'severty'"),
        (OVERLAY.replace("severity: error", "quote: Never said."), r"overlay\.yaml:6:\d+: the quote .* word for word"),
    ],
)
def test_a_faulty_overlay_is_blamed(overlay: str, said: str, reference: Reference, tmp_path: Path) -> None:
    """The fault names the overlay's line, and a quote that the label does not have is refused."""
    path = save_reference(reference, tmp_path)
    (tmp_path / "fictoxetine.us.overlay.yaml").write_text(overlay, encoding="utf-8")
    with pytest.raises(LeaflintError, match=said):
        load_reference(path)


def test_a_file_written_by_hand_is_not_overwritten(reference: Reference, tmp_path: Path) -> None:
    """An import refuses to replace what it did not write."""
    (tmp_path / "fictoxetine.us.yaml").write_text("schema: leaflint-reference/1\n", encoding="utf-8")
    with pytest.raises(LeaflintError, match="written by hand"):
        save_reference(reference, tmp_path)


def test_the_same_drug_twice_is_an_error(reference: Reference, label: Path, tmp_path: Path) -> None:
    """Two references of one drug for one jurisdiction, in a folder or among the labels given."""
    path = save_reference(reference, tmp_path / "r")
    path.with_name("again.yaml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(LeaflintError, match="fictoxetine has a reference for the US already"):
        load_references([tmp_path / "r"])
    other = label.with_name("other.json")
    other.write_text(label.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(LeaflintError, match="fictoxetine has a reference for the US already"):
        Reviewer.build(Settings(today="2026-11-24", labels=(label, other)))


def test_the_label_goes_before_the_shipped_reference(reference: Reference) -> None:
    """Approved uses are the newer label's alone; what it does not speak of stays."""
    shipped = load_references(shipped_folders())
    mine = replace(reference, drug="azathioprine")
    merged = reference_for((mine, *shipped), "azathioprine", "US")
    assert merged is not None
    approved = {c for fact in merged.facts if fact.kind == "indication" for c in fact.conditions}
    assert approved == {"rheumatoid-arthritis"}
    assert any(fact.id == "aza.boxed.malignancy" for fact in merged.facts)
    assert merged.passages == reference.passages
    assert reference_for((mine, *shipped), "azathioprine", "UK") == shipped[0]


TEXT = (
    "# Fictoxetine\n\nFictoxetine is used for asthma. The maximum is 600 mg daily. The recommended starting dose is 20 mg once daily. "
    "Nausea is very rare with fictoxetine. Do not take it with linezolid.\n"
)


def test_a_text_is_judged_by_the_label(label: Path) -> None:
    """Uses, doses, frequencies and the checklist come from the label, with its words; verdicts stand whatever the order."""
    reviewer = Reviewer.build(Settings(today="2026-11-24", labels=(label,)))
    review = review_text(TEXT, path="x.md", kind="article", reviewer=reviewer)
    names = {found.name: found for found in review.findings if found.check == "claims"}
    assert {"off-label-undisclosed", "tenfold-dose", "frequency-understated"} <= set(names)
    assert names["tenfold-dose"].place is not None
    assert names["tenfold-dose"].place.quote == "600 mg"
    assert names["tenfold-dose"].evidence[0].quote == "The maximum is 60 mg daily."
    verdicts = {claim.place.quote: (claim.verdict, claim.evidence[0].quote) for claim in review.claims if claim.evidence}
    assert verdicts["The recommended starting dose is 20 mg once daily."] == (
        "supported", "The recommended starting dose is 20 mg once daily.",
    )  # fmt: skip
    status = {requirement.id: requirement.status for requirement in review.requirements}
    assert status["fictoxetine:suicidality"] == "missing"
    assert status["fictoxetine:linezolid"] == "present"
    assert status["fictoxetine:clarithromycin"] == "missing"


def test_command(label: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import writes into references/, which check then finds by itself; diff shows what a new version changes."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    made = run.invoke(main, ["reference", "import", str(label)])
    gaps = [line for line in run.invoke(main, ["reference", "show", "fictoxetine"]).output.splitlines() if "no fact was derived" in line]
    assert f"\n  {len(gaps)} sentences gave no fact; " in made.output
    assert made.exit_code == 0
    assert made.output.startswith("references/fictoxetine.us.yaml: fictoxetine, US, ")
    assert "fictoxetine  US  reviewed 2025-03-04" in run.invoke(main, ["reference", "list"]).output
    assert "It is not indicated for psoriasis." in run.invoke(main, ["reference", "show", "Fictozac"]).output
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    checked = run.invoke(main, ["check", "a.md", "--today", "2026-11-24"])
    assert "tenfold-dose" in checked.output
    newer = label.with_name("newer.json")
    newer.write_text(label.read_text(encoding="utf-8").replace("60 mg", "40 mg").replace("Avoid use", "Monitor use"), encoding="utf-8")
    changed = run.invoke(main, ["reference", "diff", "references/fictoxetine.us.yaml", str(newer)])
    assert changed.exit_code == 1
    assert "- fictoxetine.us.interaction.clarithromycin  The label says not to take it with clarithromycin." in changed.output
    assert "+ fictoxetine.us.interaction.clarithromycin  The label asks for caution with clarithromycin." in changed.output
    assert run.invoke(main, ["reference", "diff", str(label), str(label)]).exit_code == 0


def test_a_label_that_is_not_there(tmp_path: Path) -> None:
    """It is an error before anything is reviewed."""
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(tmp_path / "a.md"), "--label", str(tmp_path / "none.xml")])
    assert result.exit_code == 2
    assert "none.xml: there is no such label" in result.output


@pytest.mark.parametrize(
    ("said", "ruled_out"),
    [
        ("Known hypersensitivity to fictoxetine or to compounds such as amitriptyline and imipramine.", set()),
        ("History of asthma, urticaria or other allergic-type reactions after taking aspirin.", set()),
        ("Angioedema has been reported in patients treated with risperidone. It is a metabolite of risperidone.", set()),
        ("Contraindicated in patients allergic to penicillin, and concomitant use with linezolid.", {"linezolid"}),
        ("Do not use in patients taking itraconazole.", {"itraconazole"}),
    ],
)
def test_a_medicine_that_somebody_is_allergic_to_is_not_one_ruled_out_beside_it(said: str, ruled_out: set[str], tmp_path: Path) -> None:
    """Only what is taken along is a contraindicated medicine; one that once brought on an allergy is not."""
    path = tmp_path / "label.json"
    path.write_text(json.dumps({"results": [{**LABEL, "contraindications": [said]}]}), encoding="utf-8")
    (reference,) = import_labels([path], load_references(shipped_folders()), load_rulebook())
    assert {name for fact in reference.facts if fact.kind == "contraindication" for name in fact.substances} == ruled_out


def test_a_test_in_a_study_is_not_asked_of_patients(tmp_path: Path) -> None:
    """What was measured in a trial, or what the label has no recommendation on, makes no test due."""
    said = "In an open-label trial (N=217) bone mineral density was measured. There are no specific recommendations for periodic eye exams."
    path = tmp_path / "label.json"
    path.write_text(json.dumps({"results": [{**LABEL, "warnings": [said]}]}), encoding="utf-8")
    (reference,) = import_labels([path], load_references(shipped_folders()), load_rulebook())
    assert not [fact.topic for fact in reference.facts if fact.kind == "monitoring"]


def test_openfda_says_what_needs_no_prescription(tmp_path: Path) -> None:
    """The kind of product of an over-the-counter label is kept among the classes."""
    path = tmp_path / "label.json"
    meta = {**LABEL["openfda"], "product_type": ["HUMAN OTC DRUG"]}  # type: ignore[dict-item]
    path.write_text(json.dumps({"results": [{**LABEL, "openfda": meta}]}), encoding="utf-8")
    (reference,) = import_labels([path], load_references(shipped_folders()), load_rulebook())
    assert OVER_THE_COUNTER in reference.classes
