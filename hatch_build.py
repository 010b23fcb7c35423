"""Compiles the shipped data into the wheel, so that the first search is as quick as any, in a read-only home too."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface):  # type: ignore[type-arg]
    """Puts what the program would otherwise compile at its first start into `peerethics/compiled/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from peerethics.library.bank import compile_bank
        from peerethics.library.crosswalks import open_crosswalks
        from peerethics.library.library import open_library
        from peerethics.library.places import Places
        from peerethics.library.vocabulary import open_vocabulary
        from peerethics.search.store import open_index

        self.folder = tempfile.TemporaryDirectory(prefix="peerethics-")  # goes with the hook
        compiled = Path(self.folder.name)
        places = Places((Path(self.root, "data"),), compiled)
        vocabulary = open_vocabulary(places, open_library(places))
        open_index(places, vocabulary)
        open_crosswalks(places)
        compile_bank(places, compiled)
        build_data["force_include"][str(compiled)] = "peerethics/compiled"
