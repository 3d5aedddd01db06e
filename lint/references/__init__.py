"""What is known of each drug: references read from YAML, and their facts as evidence."""

from lint.references.evidence import evidence_of
from lint.references.load import load_reference, load_references, shipped_folders

__all__ = ["evidence_of", "load_reference", "load_references", "shipped_folders"]
