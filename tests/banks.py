"""Banks of scenarios for quizzes that are really held: copies of one scenario, each with an id and words of its own."""

import re
from pathlib import Path

ONE = Path(__file__).parent / "quiz_bank" / "loans-bus-fare.yaml"
TOPICS = ("money", "boundaries", "danger", "choice")


def bank(folder: Path, size: int, **changes: str) -> Path:
    """A folder with this many scenarios, item-1 to item-N; the topics take turns.

    Args:
        folder: where to put it.
        size: how many.
        changes: words that every copy has instead of others, by line: `level="level: recall"`.
    """
    inner = folder / "scenarios"
    inner.mkdir(parents=True, exist_ok=True)
    text = ONE.read_text("utf-8")
    for key, line in changes.items():
        text, count = re.subn(rf"^{key}: .*$", line, text, count=1, flags=re.MULTILINE)
        assert count == 1, f"no line begins with {key!r}"
    for number in range(1, size + 1):
        topic = TOPICS[number % len(TOPICS)]
        own = text.replace("id: loans-bus-fare", f"id: item-{number}", 1).replace(
            "topics: [money]", f"topics: [{topic}]"
        )
        own = own.replace("title: Four dollars short", f"title: Story {number}")
        (inner / f"item-{number}.yaml").write_text(own, "utf-8")
    return folder
