"""Official labels: read from SPL XML, openFDA JSON or running text, made into references, written for people to correct."""

from lint.labels.derive import derive
from lint.labels.read import read_labels
from lint.labels.write import save_reference, write_reference

__all__ = ["derive", "read_labels", "save_reference", "write_reference"]
