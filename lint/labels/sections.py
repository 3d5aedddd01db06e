"""Which matter a label's section deals with: by its LOINC code, its openFDA field, its number or the words of its heading.

Codes: FDA, SPL section headings (LOINC), https://www.fda.gov/industry/structured-product-labeling-resources/section-headings-loinc.
Numbers: EMA QRD template for summaries of product characteristics, version 10.
"""

from __future__ import annotations

import re

BY_CODE = {
    "48780-1": "product", "51945-4": "product", "55106-9": "product", "34066-1": "boxed", "34067-9": "indications",
    "55105-1": "indications", "34068-7": "dosage", "43678-2": "forms", "34070-3": "contraindications", "50570-1": "contraindications",
    "43685-7": "warnings", "34071-1": "warnings", "42232-9": "warnings", "50569-3": "warnings", "50567-7": "warnings",
    "50566-9": "warnings", "34075-2": "warnings", "50568-5": "interactions", "34073-7": "interactions", "34074-5": "interactions",
    "34084-4": "adverse-reactions", "43684-0": "populations", "42228-7": "pregnancy", "34077-8": "pregnancy", "34078-6": "pregnancy",
    "34079-4": "pregnancy", "77291-3": "pregnancy", "53414-9": "pregnancy", "34080-2": "lactation", "77290-5": "lactation",
    "34081-0": "children", "34082-8": "older-people", "88828-9": "kidney", "88829-7": "liver", "42227-9": "abuse", "34085-1": "abuse",
    "34086-9": "abuse", "34087-7": "abuse", "34088-5": "overdose", "34089-3": "description", "51727-6": "description",
    "34090-1": "pharmacology", "43679-0": "pharmacology", "43680-8": "pharmacology", "43681-6": "pharmacology",
    "43682-4": "pharmacology", "34083-6": "pharmacology", "34091-9": "pharmacology", "66106-6": "pharmacology", "34092-7": "studies",
    "34069-5": "storage", "44425-7": "storage", "50565-1": "storage", "34076-0": "patient", "42230-3": "patient", "42231-1": "patient",
    "53413-1": "patient", "59845-8": "patient", "69719-3": "patient", "38056-8": "other", "43683-2": "other", "34093-5": "other",
}  # fmt: skip

_BY_WORDS = tuple(
    (section, re.compile(words))
    for section, words in (
        ("boxed", r"^(boxed )?warning: |boxed warning"),
        ("indications", r"^(therapeutic )?indications?( and usage| & usage)?$|indications and usage|therapeutic indications|"
                        r"used for$|^uses?$|^purpose|^what .{1,80} (is|are) (used )?for|limitations? of use|^why .{1,60} prescribed"),
        ("interactions", r"interactions?\b|^other medicines and|^taking other medicines|"
                         r"with food(,| and) (drink|alcohol)|^using other medicines"),
        ("contraindications", r"contra-?indications?|^(do not|you should not|you must not) (take|use|have|be given|receive|apply)\b|"
                              r"who should not (take|use|receive)|must not (take|use|be given)"),
        ("pregnancy", r"pregnan|fertility|reproductive potential|labor and delivery|teratogen"),
        ("lactation", r"lactation|nursing mothers|breast-?\s?feeding"),
        ("driving", r"driving|drive and use|operate machin|use machines"),
        ("children", r"^children\b|pa?ediatric (use|population|patients)|adolescents"),
        ("older-people", r"geriatric|elderly|older (people|patients|adults)"),
        ("kidney", r"(renal|kidney) (impairment|insufficiency|disease|problems)"),
        ("liver", r"(hepatic|liver) (impairment|insufficiency|disease|problems)"),
        ("populations", r"(specific|special) populations"),
        ("adverse-reactions", r"adverse (reactions?|effects?|events?)|undesirable effects|side effects?"),
        ("overdose", r"overdos|more .{1,60} than (you should|prescribed)|too much"),
        ("abuse", r"(drug )?abuse|dependence|controlled substance"),
        ("storage", r"storage|how to store|how supplied|keep out of|shelf.life|special precautions for storage"),
        ("dosage", r"dosage (and|&) administration|posology|^dosage|^dose|how to (take|use|give)|method of administration|"
                   r"how .{1,60} (is|are) (given|taken|used)|^directions|missed|forget to"),
        ("forms", r"dosage forms|pharmaceutical form|strengths"),
        ("warnings", r"warnings?|precautions?|before you (take|use|are given|have)|special warnings"),
        ("pharmacology", r"pharmaco|mechanism of action|toxicology|preclinical"),
        ("studies", r"clinical (studies|trials|efficacy)"),
        ("patient", r"patient (counseling|information|package)|information for (the )?patients|medication guide|questions"),
        ("description", r"^description|composition|contents of the pack|ingredients|excipients"),
    )
)  # fmt: skip

# The fields of https://open.fda.gov/apis/drug/label/searchable-fields/ that hold text, where their name alone does not say it.
BY_FIELD = {
    "boxed_warning": "boxed", "purpose": "indications", "do_not_use": "contraindications", "ask_doctor": "warnings",
    "ask_doctor_or_pharmacist": "interactions", "when_using": "warnings", "stop_use": "warnings",
    "pregnancy_or_breast_feeding": "pregnancy",
    "warnings_and_cautions": "warnings", "laboratory_tests": "warnings", "spl_unclassified_section": "other",
    "package_label_principal_display_panel": "product", "spl_product_data_elements": "product", "active_ingredient": "product",
    "information_for_patients": "patient", "spl_medguide": "patient", "spl_patient_package_insert": "patient",
    "recent_major_changes": "other",
}  # fmt: skip

_BY_NUMBER = {
    "4.1": "indications", "4.2": "dosage", "4.3": "contraindications", "4.4": "warnings", "4.5": "interactions", "4.6": "pregnancy",
    "4.7": "driving", "4.8": "adverse-reactions", "4.9": "overdose", "5.1": "pharmacology", "5.2": "pharmacology", "5.3": "pharmacology",
    "6.1": "description", "6.3": "storage", "6.4": "storage",
}  # fmt: skip
OPEN = frozenset(["other", "warnings", "populations"])  # sections in which a heading may open another one
_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+")


def by_heading(heading: str, *, smpc: bool = False) -> str:
    """The section that a heading names, or "" when it names none. `smpc`: numbers are those of an EU or UK summary."""
    number = _NUMBER.match(heading)
    if smpc and number and number[1] in _BY_NUMBER:
        return _BY_NUMBER[number[1]]
    words = " ".join(_NUMBER.sub("", heading).lower().replace("’", "'").split())
    return next((section for section, pattern in _BY_WORDS if pattern.search(words)), "")


def by_field(field: str) -> str:
    """The section that an openFDA field holds, or "" when its name says nothing."""
    return BY_FIELD.get(field) or by_heading(field.removesuffix("_table").replace("_", " "))
