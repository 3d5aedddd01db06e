"""Words that make a statement another one: how severe, for whom, before or after what, whether always, alone, or only."""

from __future__ import annotations

import re
from dataclasses import dataclass


def words(pattern: str) -> re.Pattern[str]:
    """A pattern for whole words, in capitals or not."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What a claim may say only where the label says it too."""

    claim: re.Pattern[str]  # the claim's words
    label: re.Pattern[str]  # words of the label that bear them out


def _needs(claim: str, label: str = "") -> Qualifier:
    return Qualifier(words(claim), words(label or claim))


_YOUNG = r"child\w*|adolescents?|teenagers?|kids|bab(?:y|ies)|infants?|newborns?|toddlers?"

QUALIFIERS = (
    _needs(r"mild(?:ly)?|slight(?:ly)?"),
    _needs(r"(?:very|most|extremely) severe(?:ly)?"),
    Qualifier(  # a label that gives no degree holds for a moderate one too
        words(r"moderate(?:ly)?(?![ -]+severe)"),
        re.compile(r"\bmoderate|\bmild(?:ly)?[ -]to[ -]severe|^(?!.*\b(?:mild|severe))", re.I | re.S),
    ),
    _needs(
        r"alone(?! (?:did|do(?:es)?|is|are|was|has|have|cannot|not))|on (?:its|their) own|by itself|without",
        r"alone|on (?:its|their|your) own|by itself|without|monotherapy|no|not",
    ),
    _needs(
        r"before|prior to|ahead of|beforehand",
        r"before|prior|preced\w+|until|pre-\w+|preoperat\w+|pretreat\w+|baseline|in advance",
    ),
    _needs(
        r"after|afterwards|following|once (?:you|your|it|they) \w+",
        r"after|afterwards?|follow(?:ing|ed)|thereafter|then|later|post-?\w+|since|until|once|next|within",
    ),
    _needs(r"prevent(?:s|ed|ing|ion|ive)?", r"prevent\w*|prophyla\w*|reduc\w*|protect\w*|stop\w*|avoid\w*|lower\w*|delay\w*"),
    _needs(
        r"(?:lower|reduce|decrease|lessen)(?:s|d|ed|ing)?|less likely|(?:fewer|less)(?! than \d)",
        r"low(?! molecular)\w*|reduc\w*|decreas\w*|less\w*|few\w*|small\w*|weak\w*|drop\w*|fall\w*|down|hypo\w+|min\w+|los(?:e|ing|s)|"
        r"prevent\w*|not|control\w*|improv\w*",
    ),
    _needs(r"eas(?:ier|ily)", r"eas\w+|simpl\w+|helps?|improv\w*|more likely"),
    _needs(r"elderly|older (?:people|adults|patients)", r"elderly|older|old|aged?|geriatric|65|over \d\d"),
    _needs(
        _YOUNG,
        rf"{_YOUNG}|adolescen\w*|teen\w*|paediatric|pediatric|neonat\w*|juvenile|boys?|girls?|pregnan\w*|fo?etal|fo?etus|unborn|"
        r"(?:under|below|over|aged?|from|≥|least|than) (?:the age of )?\d{1,2}|\d{1,2} years?",
    ),
    _needs(
        r"always|everyone|everybody|all (?:people|patients|users|men|women)|every (?:patient|person)|permanent(?:ly)?",
        r"always|every\w*|all|permanent\w*|must|any|lasting|irreversibl\w*|each|exactly|never",
    ),
    _needs(
        r"only|nobody|no one",
        r"only|not|no|never|must|cannot|limited|unless|avoid\w*|contraindicated|single|if|one|sole\w*|should",
    ),
    _needs(
        r"(?:can|may) (?:\w+ )?be (?:\w+ )?(?:given|taken|used|started|begun|restarted|injected|treated|stopped|combined|mixed)|"
        r"you (?:can|may) (?:\w+ )?(?:start|stop|begin|take|use|combine|mix)",
        r"can|may|might|could|safe\w*|suitable|indicated|used?|using|treat\w*|given|with or without|approved|regardless|"
        r"recommended (?:\w+ ){0,3}(?:dose|dosage)|available|administered|permitted|allowed|whether|take|taken|option\w*|"
        r"and (?:older|above|over)",
    ),
)

# What a claim must not say where the label says but the other.
OPPOSED = (
    (words(r"eas(?:y|ier|ily)"), words(r"hard(?:er)?|difficult(?:y|ies)?")),
    (words(r"increas\w*|rais(?:e|es|ed|ing)|higher|rises?"), words(r"decreas\w*|reduc\w*|lower\w*|fall\w*|less")),
    (words(r"better|improv\w*"), words(r"worse\w*|deteriorat\w*")),
    (words(r"before|prior to"), words(r"after|following")),
    (words(r"treat(?:s|ed|ing|ment)?"), words(r"prophylaxis|preventive")),
)
