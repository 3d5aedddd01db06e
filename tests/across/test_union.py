"""What belongs together, directly or through others."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lint.across.union import components, roots

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


def test_chains_are_one() -> None:
    """A pair that joins two groups makes them one; a pair of one member is a group of its own."""
    assert components([("c", "d"), ("a", "b"), ("b", "c"), ("x", "x")]) == [["a", "b", "c", "d"], ["x"]]
    assert components([]) == []


@given(PAIRS)
def test_joined_means_the_same_root(pairs: list[tuple[int, int]]) -> None:
    """Members have one root exactly where a way of pairs leads from one to the other."""
    found = roots(pairs)
    reached = {member: {member} for pair in pairs for member in pair}
    for _ in reached:
        for one, other in pairs:
            reached[one] |= reached[other]
            reached[other] |= reached[one]
        for member, others in list(reached.items()):
            reached[member] = set().union(*(reached[other] for other in others))
    for one, other in combinations(reached, 2):
        assert (found[one] == found[other]) == (other in reached[one])


@given(PAIRS, st.randoms())
def test_the_order_of_pairs_does_not_matter(pairs: list[tuple[int, int]], chance: object) -> None:
    """Shuffled, turned round and repeated pairs give the same roots, the smallest of each group."""
    shuffled = [(other, one) for one, other in pairs] + pairs
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert roots(shuffled) == roots(pairs)
    assert all(root == min(member for member, other in roots(pairs).items() if other == root) for root in roots(pairs).values())
