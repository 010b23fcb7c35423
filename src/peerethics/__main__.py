"""Starts the command line: `peerethics`, or `python -m peerethics`."""

import gc

gc.disable()  # a process of a tenth of a second holds no garbage worth the 4 ms that looking for it costs

from peerethics.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
