"""The command line: finds the command that was named and hands it its options."""

import importlib
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from peerethics import __version__
from peerethics.actions.verbs import COMMANDS
from peerethics.screen import output

_EPILOG = """\b
Examples:
  peerethics show ms IV.5        the exact words of a provision
  peerethics mo 13               the same, for short
  peerethics search venmo        what governs it, in everyday words
  peerethics topics gifts        one duty across the codes
  peerethics compare loans       the two codes side by side
  peerethics quiz --count 5      practise on situations from the work
  peerethics progress            what you know, and what not yet
  peerethics scenarios           every situation, by topic
  peerethics codes               what is held, and is it intact

\b
Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 bad data,
130 interrupted.

This is a study and reference aid: not law, not legal advice, not an exam, not a certificate.
Where a code is silent, that is not permission: law, agency policy and your supervisor may say more."""


class Commands(TyperGroup):
    """Loads only the command that is called, and takes a citation for `show`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = importlib.import_module(f"peerethics.commands.{cmd_name}")
            one = typer.Typer(add_completion=False, rich_markup_mode=None)
            one.command(cmd_name, context_settings=_HELP)(getattr(module, cmd_name))
            self.commands[cmd_name] = typer.main.get_command(one)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        first = args[0]
        if first in COMMANDS:
            return first, self.get_command(ctx, first), args[1:]
        if not first.startswith("-") and _cites(args):
            return "show", self.get_command(ctx, "show"), args
        for name in COMMANDS:  # so that "did you mean" knows them all
            self.commands.setdefault(name, None)  # type: ignore[arg-type]
        return super().resolve_command(ctx, args)


def _cites(args: Sequence[str]) -> bool:
    """Whether the words up to the first option read as a citation."""
    from peerethics.citations.resolve import is_citation
    from peerethics.library.library import open_library
    from peerethics.library.places import find_places

    words = []
    for word in args:
        if word.startswith("-"):
            break
        words.append(word)
    return is_citation(" ".join(words), open_library(find_places()))


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    cls=Commands,
    name="peerethics",
    help="The Missouri and Mississippi codes of ethics for peer support specialists, word for word.",
    epilog=_EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        output.write(f"peerethics {__version__}\n")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def run(argv: Sequence[str]) -> None:
    """Run the command line on the words behind the program's name, and exit."""
    words = [*argv[1:], "--help"] if argv[:1] == ["help"] else list(argv)
    app(args=words, prog_name="peerethics")
