"""What is known of each drug: references read from YAML, and their facts as evidence."""

from lint.references.evidence import evidence_of, quoted
from lint.references.load import check_once, load_reference, load_references, shipped_folders
from lint.references.merge import reference_for

__all__ = ["check_once", "evidence_of", "load_reference", "load_references", "quoted", "reference_for", "shipped_folders"]
