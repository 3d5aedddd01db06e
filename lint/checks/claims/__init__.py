"""The claims check: statements that the drug's reference does not support, and a ledger of all of them."""

from lint.checks.claims.check import check

__all__ = ["check"]
