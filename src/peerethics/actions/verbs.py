"""The names of the commands, in the order of the help."""

#: Each is a function of its own name in a file of its own name in `peerethics.commands`.
COMMANDS = (
    "show", "search", "topics", "compare", "quiz", "present", "handout", "progress", "scenarios",
    "suggest", "new", "codes", "check",
)  # fmt: skip
