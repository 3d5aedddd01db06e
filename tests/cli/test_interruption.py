"""What ends a command before it is done."""

from __future__ import annotations

import os
import signal
import threading

import pytest
from click.testing import CliRunner

from lint.cli import main
from lint.cli.interruption import interruptible


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_either_signal_is_an_interruption(sent: signal.Signals, code: int) -> None:
    """Both raise KeyboardInterrupt, and what came is known."""
    with interruptible() as came, pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), sent)
    assert came.code == code


def test_what_was_there_is_there_again() -> None:
    """After the block SIGTERM does what it did before."""
    with interruptible():
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_that_is_somebody_elses_stays_theirs() -> None:
    """Who told this process to ignore SIGTERM, or handles it, goes on doing so."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with interruptible():
            os.kill(os.getpid(), signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def test_a_thread_cannot_listen() -> None:
    """Where signals cannot be handled, the block runs all the same."""
    codes: list[int] = []

    def work() -> None:
        with interruptible() as came:
            codes.append(came.code)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert codes == [130]


def test_any_command_says_that_it_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the interruption has to say, and the code of the signal."""

    def interrupted(*arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("lint.config.load_config", interrupted)
    result = CliRunner().invoke(main, ["config", "show"])
    assert result.exit_code == 143
    assert result.stderr == "leaflint: interrupted\n"
