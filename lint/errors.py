"""The one error that people see: it names the place and the way out."""


class LeaflintError(Exception):
    """Something the user gave cannot be used: an option, configuration, rule or reference. Ends a run with 2."""
