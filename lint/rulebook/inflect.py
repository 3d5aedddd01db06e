"""The regular and irregular inflections of an English word, for `word~` in patterns.

Forms that do not exist (eliminateed) are never produced on purpose, but a harmless extra one costs nothing:
it is only ever compared with words that stand in texts.
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "aeiou"
# base: other forms. Only words whose forms the rules below would miss.
_IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "go": "goes went gone going", "become": "becomes became becoming", "begin": "begins began begun beginning",
    "break": "breaks broke broken breaking", "bring": "brings brought bringing", "build": "builds built building",
    "buy": "buys bought buying", "catch": "catches caught", "choose": "chooses chose chosen choosing",
    "come": "comes came coming", "cut": "cuts cutting", "deal": "deals dealt", "drive": "drives drove driven driving",
    "eat": "eats ate eaten eating", "fall": "falls fell fallen falling", "feel": "feels felt feeling",
    "fight": "fights fought fighting", "find": "finds found finding", "forget": "forgets forgot forgotten forgetting",
    "get": "gets got gotten getting", "give": "gives gave given giving", "grow": "grows grew grown growing",
    "hear": "hears heard", "hide": "hides hid hidden hiding", "hit": "hits hitting", "hold": "holds held holding",
    "keep": "keeps kept keeping", "know": "knows knew known knowing", "lead": "leads led leading",
    "leave": "leaves left leaving", "let": "lets letting", "lie": "lies lay lain lying", "lose": "loses lost losing",
    "make": "makes made making", "mean": "means meant", "meet": "meets met meeting",
    "outsmart": "outsmarts outsmarted outsmarting", "put": "puts putting", "read": "reads reading",
    "rise": "rises rose risen rising", "run": "runs ran running", "say": "says said saying",
    "see": "sees saw seen seeing", "sell": "sells sold", "send": "sends sent", "set": "sets setting",
    "shine": "shines shone shining", "show": "shows showed shown showing", "shrink": "shrinks shrank shrunk",
    "shut": "shuts shutting", "sleep": "sleeps slept", "speak": "speaks spoke spoken speaking",
    "spend": "spends spent", "spread": "spreads spreading", "stand": "stands stood",
    "strike": "strikes struck striking", "take": "takes took taken taking", "teach": "teaches taught",
    "tell": "tells told telling", "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "understand": "understands understood understanding", "undergo": "undergoes underwent undergone undergoing",
    "win": "wins won winning", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "write": "writes wrote written writing", "child": "children", "man": "men", "woman": "women",
    "person": "people persons", "foot": "feet", "tooth": "teeth", "life": "lives", "knife": "knives",
    "half": "halves", "self": "selves", "leaf": "leaves", "diagnosis": "diagnoses", "crisis": "crises",
    "bacterium": "bacteria", "virus": "viruses", "fungus": "fungi", "good": "better best", "bad": "worse worst",
    "little": "less least",
}  # fmt: skip
_DOUBLES = frozenset(
    "stop drop plan ship control prefer occur refer admit permit omit regret begin forget set hit cut put let run win "
    "get shut ban beg chat clap clip drag dip fit flip flop grab grip hug jog knit log map mop nap nod pat pin plug "
    "pop rid rub scan skip slip snap spin step strip swim tap thin tip trap trim trip wrap zap allot commit equip "
    "submit transfer compel dispel expel propel rebut".split()
)
_BOTH = frozenset("cancel travel label level model signal counsel fuel dial equal total".split())  # US cancelled/canceled


@lru_cache(maxsize=8192)
def inflections(word: str) -> tuple[str, ...]:
    """The word itself and its other forms, each once: plural, third person, past, participle."""
    if word in _IRREGULAR:
        return tuple(dict.fromkeys([word, *_IRREGULAR[word].split()]))
    return tuple(dict.fromkeys([word, *_regular(word)]))


def _regular(word: str) -> list[str]:
    if len(word) < 2 or not word[-1].isalpha():
        return []
    if word.endswith("e"):
        stem = word[:-2] + "y" if word.endswith("ie") else word[:-1]
        ing = word + "ing" if word.endswith(("ee", "oe", "ye")) else stem + "ing"
        return [word + "s", word + "d", ing]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    forms = [plural, word + "ed", word + "ing"]
    if word in _DOUBLES or word in _BOTH:
        doubled = word + word[-1]
        forms = [plural, doubled + "ed", doubled + "ing", *(forms[1:] if word in _BOTH else [])]
    return forms
