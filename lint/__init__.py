"""leaflint: a content-accuracy linter for patient-facing drug texts."""

__version__ = "0.1.0"
