"""Plain frozen values that every part of leaflint speaks in; this package imports nothing else of leaflint."""
