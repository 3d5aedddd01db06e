"""An optional judge: an endpoint that is asked about claims on which the comparison abstains. Off unless it is configured."""

from lint.judge.apply import Judge, judged
from lint.judge.client import Client

__all__ = ["Client", "Judge", "judged"]
