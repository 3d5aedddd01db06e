"""Regular derivations: medical compounds of known parts, prefixes before known words, names by their INN stem.

Both parts of a compound must be known, so that a misspelling of a known word does not pass as a new one.
"""

from __future__ import annotations

from collections.abc import Callable

_PREFIXES = tuple(
    "anti auto bi bio cardio chemo co counter cryo de dis electro endo extra fore gastro haemo hemo hepato hyper hypo immuno in inter "
    "intra macro mega micro mid mini mis mono multi musculo nano nephro neuro non ortho out over pan para peri pharmaco photo physio poly "
    "post pre pro proto pseudo psycho pulmo radio re reno retro semi sub super tele thermo thrombo toxico trans tri ultra un under uni "
    "vaso veno".split()
)
_SUFFIXES = (
    ("ness", ""), ("ly", ""), ("like", ""), ("less", ""), ("wise", ""), ("ful", ""), ("ability", "able"), ("ably", "able"),
    ("ically", "ic"), ("ily", "y"), ("iness", "y"), ("er", ""), ("er", "e"), ("able", ""), ("able", "e"), ("ization", "ize"),
    ("isation", "ize"), ("ised", "ize"), ("ized", "ize"), ("ising", "ize"), ("izing", "ize"), ("s", ""), ("es", ""), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("ity", ""), ("ity", "e"), ("al", ""), ("ally", "al"),
)  # fmt: skip
_STEMS = frozenset(
    "aden adip angi arteri arthr ather bacteri balan blephar bronch bronchi cardi cardiomy cerebell cerebr cheil chol cholangi cholecyst "
    "chondr chori col colp conjunctiv cost crani cyst cyt dacry dermat derm dermatomy diverticul duoden encephal endocard endometr enter "
    "epididym esophag fasci fibr gangli gastr gastroenter gingiv gloss glomerulonephr haemat hemat hepat hyster ile immun kerat labyrinth "
    "lapar laryng leuk lip lith lymph lymphaden lymphangi mast mening metr myel my myelo myocard myring nas nephr neur neutro onc onych "
    "oophor ophthalm orch oste osteo ot ovari pancreat pancreatico path perine periton pharyng phleb pleur pneum pneumon polyneur proct "
    "prostat psych pyel rect retin rhin sacro salping scler sial sigmoid sinus spermat splen spondyl stomat synov tendin thorac "
    "thromb thrombocyto thyroid tonsill trache trich tympan typhl ureter urethr ur uter uve vagin vascul ven vesicul vulv pancyto erythro "
    "granulocyto lympho mono eosino baso thrombo poikilo".split()
)
_ENDINGS = tuple(
    "itis itises osis oses oma omas opathy opathies ectomy ectomies otomy otomies ostomy ostomies ology ologist ologists ological ologic "
    "oscopy oscopic ogram ograms ography ographic oplasty orrhaphy algia algias emia aemia emic aemic uria penia penic philia philic "
    "openia openic ocyte ocytes ocytic ocytosis oblast oblasts ogenic ogenesis olysis olytic otoxic otoxicity oprotective oid oids "
    "itic otic oplegia oparesis orrhea orrhoea orrhage orrhagic ospasm ostenosis osclerosis otropic".split()
)
# Stems of the WHO's list of international nonproprietary names; only endings that no English word has.
_NAME_STEMS = (
    "tinib", "ciclib", "rafenib", "mab", "sartan", "gliptin", "gliflozin", "floxacin", "cycline", "cillin", "ciclovir", "tegravir",
    "previr", "buvir", "navir", "vaptan", "triptan", "setron", "prazole", "conazole", "glitazone", "statin", "dronate", "parin", "xaban",
    "gatran", "lukast", "terol", "olol", "dipine", "oxetine", "azepam", "azolam", "caine", "curonium", "grelor", "tidine", "zumab",
    "ximab", "limus", "platin", "rubicin", "poside", "fungin", "thromycin", "kinra", "cept", "tide",
)  # fmt: skip
_SHORTEST_NAME = 8


def is_derived(low: str, listed: Callable[[str], bool]) -> bool:
    """Whether a lower-case word is a listed word with a regular ending or a productive prefix."""
    for ending, base_ending in _SUFFIXES:
        base = low[: -len(ending)] + base_ending
        if ending.startswith("abl") and base_ending == "e" and base.endswith(("ce", "ge")):
            continue  # noticeable, manageable keep their e
        if low.endswith(ending) and len(base) >= 4 and ending not in ("s", "ed", "ing", "er", "al", "es") and listed(base):
            return True
    return any(low.startswith(prefix) and len(low) - len(prefix) >= 4 and listed(low[len(prefix) :]) for prefix in _PREFIXES)


def is_medical_compound(low: str) -> bool:
    """Whether a lower-case word is a medical stem with a medical ending, such as nephr + ologist."""
    for ending in _ENDINGS:
        if low.endswith(ending):
            stem = low[: -len(ending)]
            if stem in _STEMS or stem + "o" in _STEMS or (stem.endswith("o") and stem[:-1] in _STEMS):
                return True
    return False


def is_name_by_stem(low: str) -> bool:
    """Whether a lower-case word ends in the stem of a class of medicines; near misses of known names are not asked here."""
    return len(low) >= _SHORTEST_NAME and low.endswith(_NAME_STEMS)
