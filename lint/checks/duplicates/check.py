from lint.checks.brief import Brief, Outcome
from lint.types.text import Text


def check(text: Text, brief: Brief) -> Outcome:
    return Outcome()
