"""Comparisons of what a text says with what the drug's reference says, by the name rules call them in `detector:`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.adjustment import needless
from lint.checks.claims.compare.age import younger
from lint.checks.claims.compare.alternatives import other_food, other_route, other_storage, other_time_of_day
from lint.checks.claims.compare.approval import approval_overstated
from lint.checks.claims.compare.boxed import boxed_left_out, boxed_minimised
from lint.checks.claims.compare.called import otherwise_called
from lint.checks.claims.compare.contradiction import contradicted, self_contradicted
from lint.checks.claims.compare.denial import denied_harm
from lint.checks.claims.compare.direction import wrong_direction
from lint.checks.claims.compare.frequency import frequency_understated
from lint.checks.claims.compare.instruction import told_against
from lint.checks.claims.compare.interaction import understated
from lint.checks.claims.compare.leftover import leftover
from lint.checks.claims.compare.limits import above_label
from lint.checks.claims.compare.never_call import wrongly_called
from lint.checks.claims.compare.off_label import off_label
from lint.checks.claims.compare.often import other_frequency, when_needed
from lint.checks.claims.compare.passage import opposite, other_amount, tenfold
from lint.checks.claims.compare.permission import permitted
from lint.checks.claims.compare.ruled_out import ruled_out
from lint.checks.claims.compare.shares import other_share
from lint.checks.claims.compare.temperature import other_temperature
from lint.checks.claims.compare.times import other_time
from lint.types.rule import Rule
from lint.types.text import Text

DETECTORS: Mapping[str, Callable[[Text, Rule, Brief], Iterator[Candidate]]] = {
    "above-label": above_label,
    "approval-overstated": approval_overstated,
    "boxed-left-out": boxed_left_out,
    "boxed-minimised": boxed_minimised,
    "contradicted": contradicted,
    "denied-harm": denied_harm,
    "dose-direction": wrong_direction,
    "frequency-understated": frequency_understated,
    "interaction-understated": understated,
    "leftover": leftover,
    "needless-adjustment": needless,
    "never-call": wrongly_called,
    "off-label": off_label,
    "opposite-of-label": opposite,
    "other-amount": other_amount,
    "other-food": other_food,
    "other-frequency": other_frequency,
    "other-route": other_route,
    "other-share": other_share,
    "other-storage": other_storage,
    "other-temperature": other_temperature,
    "other-time": other_time,
    "other-time-of-day": other_time_of_day,
    "otherwise-called": otherwise_called,
    "permitted": permitted,
    "ruled-out": ruled_out,
    "self-contradicted": self_contradicted,
    "tenfold-amount": tenfold,
    "told-against": told_against,
    "when-needed": when_needed,
    "younger-than-label": younger,
}
