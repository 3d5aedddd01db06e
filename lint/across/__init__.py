"""What documents say of each other: copies, dangerous differences, leftovers, deviations from approved wording.

It works on digests, which each document's own review makes (`digest.py`), in pure steps: digests, keys, near pairs, links, groups,
findings (`join.py`). A run of one document needs the first alone, and does not wait for the rest to be imported.
"""
