"""Which words stand under negation, doubt, condition, question or quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.types.text import Text

Read = Callable[..., Text]


def _kinds(text: Text, norm: str) -> set[str]:
    """The scopes over the first word with this norm."""
    for sentence in text.sentences:
        for number, word in enumerate(sentence.words):
            if word.norm == norm:
                return {s.kind for s in sentence.scopes if s.first <= number < s.last and not s.kind.startswith("subject:")}
    raise AssertionError(f"no word {norm!r}")


NEGATED = [
    ("Azathioprine is not safe for everyone.", "safe"),
    ("No medicine is completely safe.", "safe"),
    ("Do not take two doses to make up for it.", "take"),
    ("Never stop it suddenly.", "stop"),
    ("There is no cure for lupus.", "cure"),
    ("Imuran doesn't cure arthritis, gout or lupus.", "lupus"),
    ("It can't replace your doctor's advice.", "replace"),
    ("You won’t be cured overnight.", "cured"),
    ("It neither heals nor harms the joints.", "harms"),
    ("Nothing in this leaflet is medical advice.", "advice"),
    ("There is no evidence that it prevents cancer.", "prevents"),
    ("Avoid grapefruit juice.", "grapefruit"),
    ("It works without steroids for many.", "steroids"),
    ("The tablets are free of gluten.", "gluten"),
    ("It is far from harmless.", "harmless"),
    ("Use it rather than steroids.", "steroids"),
    ("The treatment failed to help.", "help"),
    ("She denies fever, chills or cough.", "cough"),
    ("Liver damage was ruled out.", "damage"),
    ("Cancer was not seen in these patients.", "cancer"),
    ("An infection is unlikely.", "infection"),
    ("Nobody is guaranteed a cure.", "cure"),
    ("It is a myth that azathioprine cures lupus.", "cures"),
    ("None of these medicines is harmless.", "harmless"),
    ("Absence of symptoms matters.", "symptoms"),
]
AFFIRMED = [
    ("It is not without risks.", "risks"),
    ("It not only calms inflammation but also heals.", "calms"),
    ("It not only calms inflammation but also heals.", "heals"),
    ("It is no doubt the best choice.", "best"),
    ("Do not worry, it is safe.", "safe"),
    ("You will not feel ill because it is gentle.", "gentle"),
    ("It does not cure lupus but relieves pain.", "relieves"),
    ("It does not cure lupus, however it helps.", "helps"),
    ("It is not a steroid; it is stronger.", "stronger"),
    ("Do not stop it unless your doctor agrees.", "agrees"),
    ("Never take more without talking to your doctor.", "talking"),
    ("It is not a painkiller and can cause harm.", "cause"),
    ("You can't find a better medicine; like never before, you are safe.", "safe"),
    ("It is not certain whether azathioprine causes cancer.", "causes"),
    ("It suppresses immunity without steroids, protecting the graft.", "protecting"),
    ("No, azathioprine is safe.", "safe"),
    ("There was no increase in infections.", "infections"),
    ("We cannot rule out lymphoma.", "lymphoma"),
    ("Life could not be easier with Imuran.", "easier"),
    ("Serious infections with gram negative bacteria occur.", "bacteria"),
    ("Without fail it brings relief.", "relief"),
    ("Do not drive and call your doctor.", "doctor"),
    ("It is no better than placebo.", "better"),
]


@pytest.mark.parametrize(("text", "norm"), NEGATED)
def test_negated(text: str, norm: str, read: Read) -> None:
    """The word stands under a negation."""
    assert "negated" in _kinds(read(text), norm)


@pytest.mark.parametrize(("text", "norm"), AFFIRMED)
def test_affirmed(text: str, norm: str, read: Read) -> None:
    """The word stands under no negation, though the sentence holds what looks like one."""
    assert "negated" not in _kinds(read(text), norm)


@pytest.mark.parametrize("text", ["Imuran has no side effects.", "It works without side effects.", "It is free of risk."])
def test_cues_stand_outside_what_they_govern(text: str, read: Read) -> None:
    """A pattern that begins with the negation itself is not excused by it."""
    for norm in {"no", "without", "free"} & {word.norm for word in read(text).sentences[0].words}:
        assert not _kinds(read(text), norm)


HEDGES = [
    ("It may reduce symptoms, ease pain and lower fever.", "ease", True),
    ("It may reduce symptoms, preventing further attacks.", "preventing", False),
    ("It may reduce symptoms and prevents attacks.", "prevents", False),
    ("It can help, but it always works in the end.", "works", False),
    ("It can be a lifeline.", "lifeline", False),
    ("It might ease pain; it cures lupus.", "cures", False),
    ("Azathioprine is thought to block purines.", "block", True),
    ("It is not known whether it is safe in children.", "safe", True),
    ("It helps in some people.", "helps", True),
    ("It helps everyone.", "helps", False),
    ("It cures lupus and it might help you.", "cures", False),
    ("How it works is not fully understood.", "works", True),
]


@pytest.mark.parametrize(("text", "norm", "hedged"), HEDGES)
def test_hedged(text: str, norm: str, hedged: bool, read: Read) -> None:
    """A hedge governs its own clause only."""
    assert ("hedged" in _kinds(read(text), norm)) is hedged


CONDITIONS = [
    ("Ask your doctor whether a new medicine is safe with it.", "safe", True),
    ("If you get a fever, sore throat, or bruising, call your doctor.", "bruising", True),
    ("If you get a fever, sore throat, or bruising, call your doctor.", "call", False),
    ("If it works for you, azathioprine brings lasting relief.", "relief", False),
    ("Call your doctor if you feel hot, shiver or cough.", "cough", True),
    ("Call your doctor if you feel hot.", "call", False),
    ("Unless told otherwise, take it daily.", "told", True),
    ("It looks as if it were new.", "new", False),
    ("Azathioprine is safe.", "safe", False),
]


@pytest.mark.parametrize(("text", "norm", "conditional"), CONDITIONS)
def test_conditional(text: str, norm: str, conditional: bool, read: Read) -> None:
    """A condition ends where the main clause begins."""
    assert ("conditional" in _kinds(read(text), norm)) is conditional


QUESTIONS = [
    ("Is azathioprine safe in pregnancy? Yes, it is fine.", "safe", True),
    ("Is azathioprine safe in pregnancy? Yes, it is fine.", "fine", False),
    ("# What is Imuran for", "imuran", True),
    ("# Why Imuran is the best", "best", False),
    ("What is Imuran for", "imuran", False),
]


@pytest.mark.parametrize(("text", "norm", "question"), QUESTIONS)
def test_question(text: str, norm: str, question: bool, read: Read) -> None:
    """A question covers its sentence; a heading may ask without a mark."""
    assert ("question" in _kinds(read(text), norm)) is question


def test_quoted(read: Read) -> None:
    """Words between quotation marks are quoted, over sentence ends too; an unpaired mark quotes nothing."""
    text = read("She said: “It cured me. Truly!” I doubt it.")
    assert "quoted" in _kinds(text, "cured")
    assert "quoted" in _kinds(text, "truly")
    assert "quoted" not in _kinds(text, "doubt")
    assert "quoted" not in _kinds(read('He is 6" tall and well.'), "well")
