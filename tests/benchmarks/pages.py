"""Made-up pages on medicines, the same ones every time, with defects planted in them and a list of these.

A page is built like those of a patient site: title, introduction, sections with paragraphs and lists, and at its end what all pages of
the site share. Sentences are put together from small pieces, so that pages differ as much as pages by different hands do; amounts
belong to the medicine, so that two pages on one agree.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORDS = 765  # of a page, about
MEDICINES = (  # name, condition, strength in mg
    ("azathioprine", "rheumatoid arthritis", "50"), ("methotrexate", "psoriasis", "2.5"), ("prednisolone", "asthma", "5"),
    ("allopurinol", "gout", "100"), ("omeprazole", "acid reflux", "20"), ("metformin", "type 2 diabetes", "500"),
    ("ramipril", "high blood pressure", "10"), ("sertraline", "depression", "25"),
)  # fmt: skip
SLIPS = {
    "doctor": "docter", "medicine": "medecine", "necessary": "neccessary", "treatment": "treatement", "symptoms": "symtoms",
    "immediately": "immediatly", "pharmacist": "pharmasist", "appointment": "apointment", "temperature": "temprature", "tongue": "tounge",
    "swelling": "sweling", "breathing": "breatheing", "swallow": "swalow", "breakfast": "brekfast",
    "tablets": "tabelts", "separate": "seperate", "until": "untill", "experience": "experiance", "usually": "usualy",
}  # fmt: skip
PIECES = {  # each a list of words, or several lists of which one word each is taken
    "lead": "as a rule|for most people|in the first weeks|once you feel settled|from time to time|at the start|later on|over the years|"
    "on busy days|during a long journey|after a poor night|when the weather is hot|in winter|before a holiday|at work|on your own",
    "sign": "sudden|mild|lasting|new|odd|repeated|slight|unexplained|one-sided|stubborn / sore throat|high temperature|bruising|rash|"
    "yellowing of the eyes|darkness of the urine|tingling in the fingers|dry cough|swelling of the ankles|swelling of the tongue|"
    "blurring of sight|ringing in the ears|pain under the ribs|soreness of the mouth|cramp at night|racing of the heart|itching|"
    "loss of hair|metallic taste|dizzy spells|heaviness of the legs|shivering|night sweats",
    "person": "your|the|a|another / doctor|nurse|pharmacist|clinic|surgery|specialist|midwife|helpline|practice nurse|ward|"
    "consultant|dietitian",
    "soon": "the same day|within a day or two|straight away|immediately|before the next dose|at your next appointment|by telephone|"
    "as soon as the line is open|before the weekend|without waiting for it to pass",
    "food": "strong|plain|fresh|home-made|salted|smoked|cold|warm|sweet|ripe|frozen|tinned|local|leftover / grapefruit|"
    "coffee|cheese|fish|"
    "porridge|beetroot|yoghurt|liquorice|chocolate|ham|egg salad|spinach|bran|orange juice|milk|curry|rice|apricot cake",
    "moment": "at breakfast|after supper|before bed|with the first meal|when you come home|at the same hour|in mid-morning|"
    "while the kettle boils|after your walk|with a light lunch|when the alarm rings|with the children at school",
    "thing": "a small|a simple|an old|a colourful|a printed|a borrowed / diary|pill box|note on the fridge|alarm|chart in the cupboard|"
    "card in your wallet|calendar by the door|bottle beside your toothbrush|message from a friend|sticker on the mirror",
    "doing": "gardening|lifting boxes|swimming|painting a ceiling|cycling|looking after grandchildren|shift work|driving|cooking|dancing|"
    "knitting|carrying shopping|walking the dog|running / alone|with friends|for an hour|after dark|at the weekend|in the rain|"
    "before work|without a break|now and then|far from home",
    "feel": "a little|rather|very|suddenly|unusually / tired|queasy|light-headed|low|restless|thirsty|stiff|sleepy|unsteady|"
    "bloated|flushed",
    "test": "a first|another|a yearly|a second|a careful|one more / blood count|urine sample|weight check|"
    "blood pressure reading|liver scan|"
    "eye examination|check of the kidneys|breathing test|look at your skin|talk about your mood",
    "span": "a month|a season|a fortnight|a good while|some weeks|a few months",
    "place": "a high shelf|a locked drawer|the hall cupboard|a cool pantry|your hand luggage|the original box|a bedside cabinet|"
    "a cupboard away from the cooker|a tin with a tight lid|a bag that children cannot open",
    "group": "many|some|most|a few|certain / older people|people with poor kidneys|shift workers|new parents|"
    "people who live alone|athletes|"
    "carers|students|people with a small appetite|people who travel a lot|people with several prescriptions",
    "view": "helpful to know|worth a question|easy to forget|good to write down|often overlooked|simple to arrange|sensible|"
    "necessary in some cases|best agreed beforehand|part of good treatment",
}  # fmt: skip
FRAMES = {
    "about": (
        "{Drug} is one of several medicines that doctors use for {condition}.", "Your tablets hold {strength} mg of {drug} each.",
        "{Lead}, {group} take it for {span} before anybody can say how well it suits them.",
        "How you feel after {span} says more than how you feel {moment}, and {doing} may be the first thing to get easier.",
        "Not everyone with {condition} needs {drug}: {person} weighs {test}, {food} in your diet and what {doing} asks of you.",
        "Some find that {doing} comes back, while others still feel {feel} when it is over.",
        "It was not made for {group} alone, though {person} sees them more often than others in the queue for {test}.",
        "{Test} shows whether {drug} does what it should; feeling {feel} or having {sign} shows much less.",
        "What it does for {condition} grows slowly, like a habit such as {doing} or {thing}.",
        "People talk of {drug} in connection with {food} or {doing}, but {condition} is what it is given for.",
    ),
    "before": (
        "Tell {person} about {sign}, about {sign2} and about any trouble with {doing}.", "{Lead}, {test} comes first, and {test2} follows.",
        "For {group}, {test} before the treatment is {view}.", "If {doing} leaves you {feel}, say so when {test} is arranged.",
        "Anyone who eats a lot of {food} or {food2} should mention it to {person}.",
        "{Person} will ask how often you feel {feel}, whether {doing} is part of your week, and what you take besides.",
        "A list with everything you swallow, from vitamins to {food}, helps {person} more than memory does {moment}.",
        "Mention {sign} even when it went away by itself during {doing}; {person} decides whether {test} is due.",
        "Bring {thing} and the names of your other tablets to the appointment, and ask whether {doing} can go on.",
        "Once {test} is back, {person} explains what it means for {group} and when {test2} comes next.",
        "Has anybody in your family had {sign}? That is {view}, and {person} may then want {test}.",
        "An operation, a vaccination or {test} by another clinic is a reason to say that you take {drug}.",
    ),
    "how": (
        "Swallow the tablets whole with water {moment}; {food} can wait until later.", "{Lead}, {thing} makes the habit easier.",
        "Pick one time, such as {moment}, and let {thing} remind you when {doing} fills the day.",
        "If you feel {feel} {moment}, ask {person} whether another time would suit you, rather than changing it yourself.",
        "{Group} often use {thing}, because {doing} makes it easy to forget whether a tablet was taken.",
        "A tablet that was missed {moment} is {view} when you speak with {person}.",
        "With dry hands, press one tablet out of its strip {moment} and put the rest back into {place}.",
        "Who finds it hard to swallow can ask {person} for a form that goes down with {food}.",
        "Never share your tablets with {group}, however {feel} they are and whatever {thing} says.",
        "The label on the box tells how many to take; {person} can print it larger if {sign} makes reading hard.",
        "When the strip is nearly empty, order the next box {soon}, so that {doing} does not get in between.",
        "{Doing} across time zones moves {moment} about: settle with {person} which clock counts.",
    ),
    "effects": (
        "{Sign} and {sign2} are symptoms to report to {person} {soon}.", "{Lead}, some people feel {feel} for {span} and then do not.",
        "If you notice {sign} after {doing}, call {person} {soon}.", "Feeling {feel} {moment} usually passes by itself.",
        "{Group} experience {sign} a little more often, and {sign2} less often, than others do.",
        "Write down {sign}, the day it began and whether {food} or {doing} came before it; {thing} is enough.",
        "Swelling of the face or trouble with breathing is an emergency, unlike {sign}, which {person} can look at {soon}.",
        "Small meals with {food} help some who feel {feel}; others rest {moment} until it is over.",
        "It is not always the medicine: {doing}, too much of {food} or a cold may leave you {feel} as well.",
        "Take a photograph of {sign} for {person}, since it may be gone {moment}.",
        "Two things at once, such as {sign} together with {sign2}, should be seen {soon}.",
        "Ask {person} for {test} if you keep feeling {feel} and {thing} shows that it gets worse.",
    ),
    "keep": (
        "Keep the box in {place}, not beside the kettle.", "{Lead}, {thing} tells you which strip was opened first.",
        "Take what is left over to {person}.", "Leave the strips in their box until {moment} comes round.",
        "The date on the box is the last day for using it, also for {group} who keep it in {place2}.",
        "Heat during {doing} and damp from washing spoil tablets sooner than {food} would spoil.",
        "Spare boxes go into {place}; tell {person} if one gets lost while {doing}.",
    ),
    "life": (
        "{Lead}, {doing} is fine as long as you do not feel {feel}.", "{Food} in moderation is no problem; large amounts are {view}.",
        "{Group} may want to plan {doing} for the hours {moment} and rest afterwards.",
        "Before {test}, tell {person} when you last had {food} and whether {sign} has come back.",
        "Talk with {person} before {doing} if {sign} has kept you at home.",
        "Friends notice sooner than you do when you are {feel}; let one of them know about {drug}.",
        "Do not drive or climb while you feel {feel}, and leave {doing} to somebody else that day.",
        "At a restaurant, ask for {food} instead of {food2} if {person} has told you to be careful.",
        "Support groups for {condition} meet {moment} in many towns, and {group} are welcome there.",
        "A holiday needs a little thought: {place} for the tablets, {thing}, and the number of {person}.",
        "{Doing} with a friend is {view} when {condition} has made your days smaller.",
        "Sleep matters more than {food}: whoever lies awake {feel} should tell {person} {soon}.",
    ),
}  # fmt: skip
SECTIONS = (
    ("about", "What {drug} is for"), ("before", "Before you start"), ("how", "How to take {drug}"), ("effects", "Possible side effects"),
    ("keep", "Storing your tablets"), ("life", "Daily life with {drug}"), ("before", "Checks and visits"), ("effects", "When to get help"),
    ("how", "If you forget a dose"), ("life", "Food, drink and travel"),
)  # fmt: skip
SHARED = (
    "This page gives general information and does not replace the advice of your doctor, nurse or pharmacist. Read the leaflet that comes "
    "with your medicine, and ask if anything in it is unclear to you.",
    "Do not stop taking your medicine without talking to your doctor first. Tell your doctor about all other medicines that you take, "
    "about allergies, and if you are pregnant, breast-feeding or planning a baby.",
    "In an emergency call the emergency number at once. Keep all medicines out of the sight and reach of children.",
)
WRONG = (  # claims that no page may make
    "{Drug} is completely safe.", "{Drug} cures {condition} for good.", "{Drug} is guaranteed to work for everyone.",
    "There are no side effects with {drug}.",
)  # fmt: skip
LABEL = """Azathioprine 50 mg tablets

4.1 Therapeutic indications

Azathioprine is used to prevent rejection of transplanted organs and is indicated for the treatment of severe rheumatoid arthritis.

4.2 Posology and method of administration

The usual starting dose is 1 mg to 3 mg per kilogram of body weight per day.

4.3 Contraindications

Azathioprine is contraindicated in patients who are allergic to azathioprine or mercaptopurine.

4.8 Undesirable effects

Very common: bone marrow depression. Common: nausea. Uncommon: infections, hepatitis.

Reporting of suspected adverse reactions: report them via the MHRA Yellow Card Scheme.
"""
DOSES = ("10", "25", "30")  # mg a kilogram as the usual start of azathioprine: all far too much


@dataclass(frozen=True, slots=True)
class Planted:
    """A defect that was put into a page."""

    path: str
    line: int
    kind: str  # misspelling | repeated-word | repeated-passage | wrong-claim | wrong-dose | copied-passage
    check: str  # that is to find it
    quote: str  # a word of it that the finding names; empty: its line is enough


def page(number: int, path: str) -> tuple[str, tuple[Planted, ...]]:
    """A page of Markdown and what was planted in it; the same for the same number."""
    draw, medicine = random.Random(number), MEDICINES[number % len(MEDICINES)]
    lines = _body(draw, medicine)
    marks = {}  # of lines: kind and check of what they are planted with
    bodies = [at for at, line in enumerate(lines) if len(line.split()) > 25]
    if number % 3 == 1:
        lines.insert(at := bodies[-1] + 1, lines[bodies[0]])
        marks[lines[at]] = ("repeated-passage", "duplicates")
    if number % 4 == 2:
        claim = _filled(draw, draw.choice(WRONG), medicine)
        lines.insert(bodies[1], claim)
        marks[claim] = ("wrong-claim", "claims")
    if number % 16 == 0:
        dose = f"The usual starting dose of azathioprine is {draw.choice(DOSES)} mg per kilogram of body weight a day."
        lines.insert(bodies[2], dose)
        marks[dose] = ("wrong-dose", "claims")
    if number % 10 in (3, 8):  # on two pages, of which the second is the copy
        shared = random.Random(f"copy {number // 10}")
        parts = [shared.choice(FRAMES[section][5:]) for section in ("before", "effects", "life")]
        copied = " ".join(_filled(shared, part, ("this medicine", "your illness", "")) for part in parts)
        lines.insert(bodies[3], copied)
        if number % 10 == 8:
            marks[copied] = ("copied-passage", "duplicates")
    planted = [Planted(path, 2 * lines.index(text, len(lines) // 2 if kind == "repeated-passage" else 0) + 1, kind, check, "")
               for text, (kind, check) in marks.items()]  # fmt: skip
    planted += _slips(draw, lines, frozenset(lines.index(text) for text in marks), path)
    return "\n\n".join(lines) + "\n", tuple(planted)


def write_pages(folder: Path, count: int) -> Iterator[tuple[str, tuple[Planted, ...]]]:
    """Writes pages into a folder; gives the text and what was planted, by page."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"{number:05}.md"
        text, planted = page(number, path.as_posix())
        path.write_text(text, encoding="utf-8")
        yield text, planted


def _body(draw: random.Random, medicine: tuple[str, str, str]) -> list[str]:
    """The lines of a page: blank ones come between them. No frame is used twice."""
    frames = {name: draw.sample(all_, len(all_)) for name, all_ in FRAMES.items()}

    def sentences(section: str, count: int) -> list[str]:
        taken, frames[section] = frames[section][:count], frames[section][count:]
        return [_filled(draw, frame, medicine) for frame in taken]

    lines = [_filled(draw, draw.choice(("# {Drug}: what to know", "# Living with {drug}", "# {Drug} and {condition}")), medicine)]
    lines.append(" ".join(sentences("about", 3)))
    most = WORDS - 110 - sum(len(text.split()) for text in SHARED)  # a section is about twice as long
    for section, heading in (SECTIONS[0], *draw.sample(SECTIONS[1:], len(SECTIONS) - 1)):
        if frames[section] and sum(len(line.split()) for line in lines) < most:
            lines.append("## " + _filled(draw, heading, medicine))
            lines.append(" ".join(sentences(section, draw.randint(3, 5))))
            lines += [f"- {sentence}" for sentence in sentences(section, draw.choice((0, 0, 2, 3)))]
    return [*lines, "## About this page", *SHARED]


def _filled(draw: random.Random, frame: str, medicine: tuple[str, str, str]) -> str:
    """A frame with its slots filled; one that is written with a capital begins with one, a digit at its end asks for another piece."""
    given = dict(zip(("drug", "condition", "strength"), medicine, strict=True))

    def fill(slot: re.Match[str]) -> str:
        name = slot[1].lower().rstrip("2")
        piece = given.get(name) or " ".join(draw.choice(words.split("|")) for words in PIECES[name].split(" / "))
        return piece[0].upper() + piece[1:] if slot[1][0].isupper() else piece

    return re.sub(r"\{(\w+)\}", fill, frame)


def _slips(draw: random.Random, lines: list[str], without: frozenset[int], path: str) -> list[Planted]:
    """Three misspelled words and a repeated one, put into lines that hold nothing else."""
    free = [at for at in range(1, len(lines) - len(SHARED) - 1) if at not in without and not lines[at].startswith("#")]
    planted = list[Planted]()
    for right in draw.sample(sorted(SLIPS), len(SLIPS)):
        places = [at for at in free if f" {right} " in lines[at]]
        if places and len(planted) < 3:
            at = draw.choice(places)
            lines[at] = lines[at].replace(f" {right} ", f" {SLIPS[right]} ", 1)
            planted.append(Planted(path, 2 * at + 1, "misspelling", "spelling", SLIPS[right]))
            free.remove(at)
    twice = [at for at in free if " the " in lines[at]]
    if twice:
        at = draw.choice(twice)
        lines[at] = lines[at].replace(" the ", " the the ", 1)
        planted.append(Planted(path, 2 * at + 1, "repeated-word", "spelling", ""))
    return planted
