"""For what is made to last as long as the process: looking through it for rubbish would cost a tenth of a short run."""

from __future__ import annotations

import atexit
import contextlib
import gc
from collections.abc import Iterator

_SELDOM = (50_000, 20, 50)  # objects made between two looks for rubbish; reviews make little of it


@contextlib.contextmanager
def lasting() -> Iterator[None]:
    """Python looks for no rubbish while the block runs, and never again among what is there after it, not even at the end.

    For programs of one task; one that makes such things over and over, as an editor's server does, would keep the old ones.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        if looked:
            gc.enable()
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)  # what the run left: the operating system takes it back whole
