"""The topics of boxed warnings: what labels say finds them, what patient texts say satisfies them, passing words do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint.checks.topics import spoken
from lint.language import analyse
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.readers import read
from lint.types.rule import Way
from lint.types.text import Document, Source

LABELS = (  # topic, what a label may say
    ("abuse-dependence", "High potential for abuse and misuse, which can lead to the development of a substance use disorder."),
    ("withdrawal", "Abrupt discontinuation may precipitate acute withdrawal reactions, which can be life-threatening."),
    ("stopping-suddenly", "Premature discontinuation increases the risk of thrombotic events."),
    ("stopping-suddenly", "Following abrupt cessation, exacerbations of angina pectoris have occurred."),
    ("anaphylaxis", "Anaphylaxis has occurred after the first dose and beyond one year of treatment."),
    ("anaphylaxis", "Serious and sometimes fatal hypersensitivity reactions with multi-organ involvement."),
    ("aplastic-anemia", "Use is associated with a marked increase in the incidence of aplastic anemia."),
    ("bone-marrow-suppression", "Severe neutropenia can lead to serious infection and death."),
    ("arrhythmia", "Prolongs the QT interval; torsades de pointes and sudden death have been reported."),
    ("bleeding", "Can cause major or fatal bleeding."),
    ("cancer-risk", "Malignancies, including skin cancer and lymphoma, were reported."),
    ("cancer-risk", "There is an increased risk of endometrial cancer in a woman with a uterus who uses unopposed estrogens."),
    ("cardiovascular-events", "NSAIDs cause an increased risk of cardiovascular thrombotic events, including myocardial infarction."),
    ("dementia-deaths", "Increased mortality in elderly patients with dementia-related psychosis."),
    ("fetal-harm", "May cause major birth defects if used by pregnant patients; contraindicated in pregnancy."),
    ("heart-failure", "Can cause or exacerbate congestive heart failure in some patients."),
    ("heart-failure", "Myocardial damage, including acute left ventricular failure, can occur."),
    ("hepatitis-b-reactivation", "Hepatitis B virus reactivation has resulted in fulminant hepatitis."),
    ("lactic-acidosis", "Postmarketing cases of lactic acidosis have resulted in death."),
    ("liver-harm", "Hepatotoxicity: hepatic failure resulting in fatalities has occurred."),
    ("mental-changes", "Serious neuropsychiatric events have been reported."),
    ("pml", "JC virus infection resulting in progressive multifocal leukoencephalopathy."),
    ("respiratory-depression", "Serious, life-threatening, or fatal respiratory depression may occur."),
    ("serious-skin-reactions", "Serious dermatologic reactions, including Stevens-Johnson syndrome."),
    ("spinal-hematoma", "Epidural or spinal hematomas may occur in patients receiving neuraxial anesthesia."),
    ("suicidality", "Antidepressants increased the risk of suicidal thoughts and behavior in young adults."),
    ("tendon-rupture", "Tendinitis and tendon rupture may occur in all ages."),
    ("thrombosis", "Increased incidence of pulmonary embolism and deep vein thrombosis."),
    ("infection-risk", "Increased risk of serious infections leading to hospitalization or death."),
    ("kidney-harm", "Nephrotoxicity: impaired renal function, including acute renal failure."),
    ("gi-bleeding", "Serious gastrointestinal adverse events including bleeding, ulceration, and perforation of the stomach."),
    ("intestinal-problems", "Ischemic colitis and serious complications of constipation."),
    ("vision-loss", "Causes permanent bilateral concentric visual field constriction; vision loss."),
    ("hearing-loss", "Ototoxicity, manifested as hearing loss, can occur."),
    ("nerve-damage", "Peripheral neuropathy that may be irreversible."),
    ("lung-damage", "Interstitial lung disease and pneumonitis, including fatal cases."),
    ("thyroid-tumors", "Causes thyroid C-cell tumors in rats."),
    ("hypotension", "Orthostatic hypotension, bradycardia, syncope."),
    ("hypoglycemia", "Severe hypoglycemia can occur within 3 hours following the injection."),
    ("seizures", "Seizures have been associated with its use."),
    ("severe-diarrhea", "Can induce severe diarrhea."),
    ("tissue-injury", "Extravasation can cause severe tissue injury, including gangrene."),
    ("cytokine-release", "Cytokine Release Syndrome, which may be life-threatening."),
    ("bronchospasm-death", "Long-acting beta agonists increase the risk of asthma-related death."),
    ("blood-pressure-rise", "Can cause blood pressure increases that increase the risk of stroke."),
    ("hemolysis", "May cause hemolysis in patients with G6PD deficiency."),
    ("capillary-leak", "Capillary leak syndrome, which may be life-threatening."),
    ("medication-errors", "Take care when prescribing: dosing errors can result in accidental overdose."),
    ("high-potassium", "Hyperkalemia can occur, above all in patients with renal impairment."),
    ("low-calcium", "Severe hypocalcemia in patients with advanced kidney disease."),
    ("bone-loss", "Women may lose significant bone mineral density."),
    ("movement-disorder", "Can cause tardive dyskinesia."),
    ("complex-sleep-behaviors", "Complex sleep behaviors including sleep-walking."),
    ("accidental-exposure", "Accidental ingestion, especially by children, can be fatal."),
    ("newborn-withdrawal", "Prolonged use can result in neonatal opioid withdrawal syndrome."),
    ("smoking", "Cigarette smoking increases the risk of serious events from combination oral contraceptives."),
)
PATIENTS = (  # topic, what a patient text may say
    ("abuse-dependence", "You can get addicted to it even if you take it as told."),
    ("abuse-dependence", "This medicine may be habit-forming."),
    ("withdrawal", "You may get withdrawal symptoms such as sweating and shaking."),
    ("stopping-suddenly", "Do not stop taking it without talking to your doctor, as your risk of a stroke may rise."),
    ("anaphylaxis", "Some people had severe allergic reactions that put their lives at risk."),
    ("anaphylaxis", "Get help at once if your face swells up: swelling of your face, lips or tongue needs treatment."),
    ("aplastic-anemia", "Your body may stop making enough blood cells."),
    ("arrhythmia", "It can cause an irregular heartbeat that may be dangerous."),
    ("bleeding", "It can cause bleeding that does not stop and may lead to death."),
    ("cancer-risk", "People who use it have a higher chance of getting lymphoma and other cancers."),
    ("cardiovascular-events", "It can increase your chance of a heart attack or stroke."),
    ("dementia-deaths", "It must not be taken by elderly people with dementia, because it can raise the risk of death."),
    ("fetal-harm", "If you are pregnant or think you may be pregnant, tell your doctor before you start."),
    ("fetal-harm", "It may harm your unborn baby."),
    ("heart-failure", "It can make your heart weaker, so that it does not pump blood well."),
    ("heart-failure", "Your doctor will check your heart before and during treatment."),
    ("hepatitis-b-reactivation", "If you have ever had hepatitis B, it could become active again."),
    ("lactic-acidosis", "Too much acid can build up: call your doctor about signs of acid build-up in your blood."),
    ("liver-harm", "It can cause liver problems that may lead to death."),
    ("mental-changes", "Watch for changes in mood or behavior."),
    ("pml", "A rare brain infection called PML has happened in some people."),
    ("respiratory-depression", "It can slow or stop your breathing."),
    ("serious-skin-reactions", "A serious skin rash can need treatment in hospital."),
    ("spinal-hematoma", "If you get a spinal puncture, a blood clot may form around your spine and paralyze you."),
    ("suicidality", "Some young people think of killing themselves when they start."),
    ("tendon-rupture", "It can make your tendons swell or tear."),
    ("thrombosis", "It raises the risk of blood clots in your legs and lungs."),
    ("infection-risk", "You may get infections more easily."),
    ("kidney-harm", "It can damage your kidneys."),
    ("gi-bleeding", "It can cause ulcers and bleeding in your stomach."),
    ("vision-loss", "It can cause loss of vision that does not come back."),
    ("hearing-loss", "Tell your doctor if you notice ringing in your ears."),
    ("nerve-damage", "Call your doctor if your hands or feet feel numb or tingle: it can damage nerves."),
    ("lung-damage", "It can cause inflammation of the lungs."),
    ("thyroid-tumors", "Tell your doctor about a lump or swelling in your neck."),
    ("hypotension", "Your blood pressure may drop and you could faint."),
    ("hypoglycemia", "It can cause low blood sugar."),
    ("bronchospasm-death", "People with asthma have a higher risk of death from asthma problems."),
    ("accidental-exposure", "A child who swallows it by accident can die."),
    ("smoking", "Do not use it if you smoke and are over 35."),
)
PASSING = (  # topic, words that say nothing of the risk
    ("abuse-dependence", "Your dose depends on your weight."),
    ("bleeding", "The nurse looks at your blood group."),
    ("cancer-risk", "It is used to treat breast cancer."),
    ("fetal-harm", "Keep it away from babies."),
    ("fetal-harm", "Use contraception for three months."),
    ("heart-failure", "It is used to treat heart failure."),
    ("infection-risk", "It fights infections."),
    ("pml", "A test looks for antibodies to the JC virus."),
    ("seizures", "It is used to treat seizures."),
    ("suicidality", "Your doctor will talk about your mood."),
    ("liver-harm", "You may eat liver and onions."),
)


@pytest.fixture(scope="module")
def reviewer() -> Reviewer:
    """The shipped rules."""
    return Reviewer.build(Settings(today="2026-11-24"))


def found(reviewer: Reviewer, topic_id: str, words: str, *, label: bool) -> bool:
    """Whether the words speak of the topic, as those of a label or of a patient text."""
    topic = reviewer.rulebook.topic(topic_id)
    assert topic is not None, topic_id
    document = next(iter(read(Source("x.txt", words.encode()))))
    assert isinstance(document, Document)
    text = analyse(document, reviewer.lexicon, drug="warfarin")
    matches = reviewer.rulebook.patterns.match(text.sentences)
    ways = (Way((("label", 1),), 1),) if label and "label" in dict(topic.parts) else topic.full
    return spoken(replace(topic, unless=()) if label else topic, ways, text, matches) is not None


@pytest.mark.parametrize(("topic", "words"), LABELS)
def test_labels(reviewer: Reviewer, topic: str, words: str) -> None:
    """A label's words derive the topic, which is one that boxes are searched for."""
    assert found(reviewer, topic, words, label=True)
    assert "boxed" in reviewer.rulebook.topic(topic).found_in  # type: ignore[union-attr]


@pytest.mark.parametrize(("topic", "words"), PATIENTS)
def test_patient_texts(reviewer: Reviewer, topic: str, words: str) -> None:
    """A patient text's plain words count as speaking of it."""
    assert found(reviewer, topic, words, label=False)


@pytest.mark.parametrize(("topic", "words"), PASSING)
def test_words_in_passing(reviewer: Reviewer, topic: str, words: str) -> None:
    """Words that do not tell of the risk do not count."""
    assert not found(reviewer, topic, words, label=False)
