"""Generates pages as old sites have them: much that is right, some that is wrong, in paragraphs that can be moved."""

from __future__ import annotations

import random
from pathlib import Path

GOOD = (
    "Ask your pharmacist if you are not sure how to take the tablets.",
    "A glass of water helps to get them down.",
    "Your nurse takes blood from time to time and sends it to the laboratory.",
    "Keep the packs out of the sight and reach of children.",
    "Write down all the medicines that you use and bring the list.",
    "Each blister strip has the days of the week printed on it.",
    "Some people feel sick in the first weeks.",
    "Wear a hat and long sleeves in the sun.",
    "Bring this page along when you come to see us.",
    "The clinic is open from Monday to Friday.",
    "Parking is free for visitors with a badge.",
    "A letter goes to your family doctor after every appointment.",
    "Rashes, fever and a sore throat should be looked at the same day.",
    "Older people sometimes need longer to get used to it.",
    "Ring the ward desk when you have run out.",
    "Leave the tablets in their foil until you need them.",
    "Vaccination can protect you from flu in winter.",
    "Tell the dentist what you are being treated with.",
    "Plan ahead for journeys and carry a copy of your prescription.",
    "Alcohol in small amounts is usually no trouble.",
    "Our volunteers meet in the library on the first floor.",
    "Gloves protect carers who handle broken tablets.",
    "Unused packs go back to the chemist.",
    "Sleep and gentle exercise help with tiredness.",
    "Hair may become thinner for a while.",
    "The team looks at your results together every spring.",
    "Large print copies of this page lie at the front desk.",
    "Interpreters can join by telephone.",
    "Your feedback helps us to write better pages.",
    "New patients get a folder with all phone numbers.",
)
BAD = (
    "Azathioprine is completely safe.",
    "Azathioprine works for everyone.",
    "It is neccessary to come to every appointment.",
    "Azathioprine has no side effects whatsoever.",
    "The tumour clinic is on the second floor.",
    "Your doctor can tell you more about tumors and anemia.",
    "Imuran cleverly hides from your immune system.",
    "Take it with the the morning meal.",
    "Azathioprine cures rheumatoid arthritis for good.",
    "It acommodates to your body over time.",
)


def paragraphs(number: int) -> list[str]:
    """The paragraphs of a page, always the same for a number."""
    chance = random.Random(number)
    good, bad = chance.sample(GOOD, 20), chance.sample(BAD, 5)
    made = [f"Azathioprine is a medicine that ward {number} gives to people after a transplant."]
    for _ in range(chance.randint(5, 8)):
        made.append(" ".join([good.pop(), good.pop(), *([bad.pop()] if bad and chance.random() < 0.5 else [])]))
    return [*made, made[1].partition(". ")[0] + ". " + good.pop()]  # something is said twice


def write(folder: Path, number: int, passages: list[str]) -> None:
    """Writes a page with these paragraphs below a heading."""
    write_to(folder / f"ward{number % 7}" / f"page{number}.md", number, passages)


def write_to(path: Path, number: int, passages: list[str]) -> None:
    """Writes a page of this number into a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join([f"# Azathioprine on ward {number}", *passages]) + "\n", encoding="utf-8")


def new_sentence(number: int) -> str:
    """A sentence with a fault that no page has."""
    return f"Azathioprine is perfectly safe for the children of ward {number}."


def moved(number: int) -> list[str]:
    """The paragraphs of a page in another order."""
    made = paragraphs(number)
    random.Random(-number - 1).shuffle(made)
    return made
