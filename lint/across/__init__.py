"""What documents say of each other: copies, dangerous differences, leftovers, deviations from approved wording.

It works on digests, which each document's own review makes, in pure steps: digests, keys, near pairs, links, groups, findings.
"""

from lint.across.digest import digest_of
from lint.across.join import join

__all__ = ["digest_of", "join"]
