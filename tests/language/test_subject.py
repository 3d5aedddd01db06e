"""Who or what sentences are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.language.subject import subject_at
from lint.types.text import Text

# The last sentence is asked about; those before it are its context.
ABOUT = [
    ("Azathioprine weakens the immune system.", "drug"),
    ("Imuran's ability to calm inflammation is remarkable.", "drug"),
    ("The discovery of Imuran changed transplant medicine.", "drug"),
    ("Treatment with Imuran usually lasts for years.", "drug"),
    ("Taking azathioprine can make your skin sensitive to the sun.", "drug"),
    ("Azathioprine is prescribed by specialists only.", "drug"),
    ("This medicine may lower your resistance to infection.", "drug"),
    ("These tablets should be swallowed whole.", "drug"),
    ("Your treatment will be reviewed every three months.", "drug"),
    ("Azathioprine is an immunosuppressant. It slows the making of white blood cells.", "drug"),
    ("Imuran is taken by mouth. This is usually done once a day.", "drug"),
    ("Your doctor may prescribe azathioprine. It comes as a tablet.", "drug"),
    ("When you take Imuran, it enters the bloodstream within hours.", "drug"),
    ("For many families, Imuran has been a turning point.", "drug"),
    ("In people with Crohn's disease, ulcerative colitis and lupus, azathioprine can calm flares.", "drug"),
    ("Once swallowed, the drug is changed in the body.", "drug"),
    ("It is important to know that azathioprine raises the risk of lymphoma.", "drug"),
    ("Studies show that Imuran keeps most people in remission.", "drug"),
    ("You should know that this medicine can harm your liver.", "drug"),
    ("Imuran works slowly. By calming white cells, it protects the new kidney.", "drug"),
    ("The dose of azathioprine depends on your weight.", "drug"),
    ("Imuran is a smart choice. Works fast and never lets you down.", "drug"),
    ("Your doctor will check your blood every week.", "professional"),
    ("Before you start, a nurse will test your blood pressure.", "professional"),
    ("Doctors consider Imuran one of their oldest tools.", "professional"),
    ("Your transplant team knows your history best.", "professional"),
    ("If you feel unwell, the clinic can arrange a blood test.", "professional"),
    ("The pharmacist can give you the most accurate advice.", "professional"),
    ("Healthcare professionals weigh the risks for each patient.", "professional"),
    ("Lupus is a disease in which the body attacks itself.", "disease"),
    ("Your immune system is a powerful army.", "disease"),
    ("In lupus, the immune system attacks healthy tissue.", "disease"),
    ("Infections can become serious very quickly.", "disease"),
    ("Rheumatoid arthritis is long-lasting. It damages the joints.", "disease"),
    ("Symptoms of ulcerative colitis come and go.", "disease"),
    ("The condition cannot be cured.", "disease"),
    ("There is no cure for lupus.", "disease"),
    ("You may need blood tests for as long as you take azathioprine.", "reader"),
    ("Patients taking Imuran often feel sick at first.", "reader"),
    ("People who use azathioprine should stay out of the sun.", "reader"),
    ("Take azathioprine after a meal.", "reader"),
    ("Do not stop taking Imuran on your own.", "reader"),
    ("Never double the dose.", "reader"),
    ("If you get a fever, call your doctor straight away.", "reader"),
    ("I was put on Imuran in March.", "reader"),
    ("Please tell your doctor about all your medicines.", "reader"),
    ("While on azathioprine, women should use reliable contraception.", "reader"),
    ("Regular blood tests are needed while you take azathioprine.", "other"),
    ("Other medicines can change how azathioprine works.", "other"),
    ("Allopurinol slows the breakdown of azathioprine.", "other"),
    ("This leaflet does not list every side effect.", "other"),
    ("Live vaccines should be avoided during treatment.", "other"),
    ("Not everyone responds to azathioprine.", "reader"),
    ("Doctors may prescribe azathioprine for lupus. It can take months to work.", "drug"),
    ("These remarkable little pills have changed medicine.", "drug"),
    ("It is vital that you attend every appointment.", "reader"),
    ("It can be hard for patients to remember every dose.", "reader"),
    ("Adults: special care is needed.", "other"),
    ("Behind its success lies a simple idea, slowing white cells.", "drug"),
    ("Grapefruit juice is fine in moderation.", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject"), ABOUT)
def test_sentence_is_about(text: str, subject: str, read: Callable[..., Text]) -> None:
    """The last sentence is about whom or what a reader would say."""
    assert read(text, "azathioprine").sentences[-1].subject == subject


CLAUSES = [
    ("Imuran is taken daily, and your doctor will adjust the dose.", "adjust", "professional"),
    ("Imuran is taken daily, and your doctor will adjust the dose.", "daily", "drug"),
    ("Ask your pharmacist whether azathioprine is safe with it.", "safe", "drug"),
    ("Azathioprine helps because your immune system is overactive.", "overactive", "disease"),
    ("Your nurse will explain how the tablets work.", "work", "drug"),
    ("The tablets are small; you can swallow them whole.", "swallow", "reader"),
    ("Azathioprine acts on white cells, inhibiting their growth.", "inhibiting", "drug"),
]


@pytest.mark.parametrize(("text", "word", "subject"), CLAUSES)
def test_clause_is_about(text: str, word: str, subject: str, read: Callable[..., Text]) -> None:
    """Inside one sentence each clause may be about someone else; a participle keeps its sentence's subject."""
    sentence = read(text, "azathioprine").sentences[-1]
    number = next(n for n, w in enumerate(sentence.words) if w.norm == word)
    assert subject_at(sentence, number) == subject


def test_list_item_inherits_from_its_stem(read: Callable[..., Text]) -> None:
    """Items without a subject of their own are about what their stem is about."""
    items = "* reduces inflammation\n\n* may harm the liver\n\n* your doctor will check this"
    text = read(f"Azathioprine:\n\n{items}", "azathioprine")
    assert [sentence.subject for sentence in text.sentences] == ["drug", "drug", "drug", "professional"]


def test_it_without_anything_before_is_the_drug_of_the_text(read: Callable[..., Text]) -> None:
    """A text about a drug may begin with a pronoun; a text about none stays other."""
    assert read("It is taken once a day.", "azathioprine").sentences[0].subject == "drug"
    assert read("It is taken once a day.").sentences[0].subject == "other"


def test_it_is_the_drug_again_once_a_sentence_is_on_the_reader(read: Callable[..., Text]) -> None:
    """What a sentence on something else was about is not what “it” is two sentences later."""
    text = read("Azathioprine is a tablet. Blood counts are taken often. You need not worry. It is taken with food.", "azathioprine")
    assert [sentence.subject for sentence in text.sentences][-1] == "drug"
    text = read("Azathioprine is a tablet. The law is clear. It is old.", "azathioprine")
    assert [sentence.subject for sentence in text.sentences][-1] == "other"
