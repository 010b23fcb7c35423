"""Starts the program: takes the short way or the long one, and turns errors into messages and exit codes."""

import gc

gc.disable()  # a process of a tenth of a second holds no garbage worth the 4 ms that looking for it costs

import os  # noqa: E402
import sys  # noqa: E402
from collections.abc import Sequence  # noqa: E402

from peerethics.actions import quick  # noqa: E402
from peerethics.errors import INTERRUPTED, PeerEthicsError  # noqa: E402
from peerethics.screen import output  # noqa: E402
from peerethics.screen.terminal import prepare_streams  # noqa: E402


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program.

    Args:
        argv: the words behind the program's name; those of this process when left out.

    Raises:
        SystemExit: with one of the exit codes in `peerethics.errors`.
    """
    words = sys.argv[1:] if argv is None else argv
    prepare_streams()
    try:
        if not quick.answer(words):
            from peerethics.cli import run

            run(words)
    except PeerEthicsError as error:
        output.complain(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _leave_stdout()
        sys.exit(0)
    except OSError as error:  # a full disk behind standard output
        _leave_stdout()
        output.complain(PeerEthicsError(f"The answer cannot be written: {error.strerror}."))
        sys.exit(1)


def _leave_stdout() -> None:
    """Let what is still to be flushed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
