"""`jneuron model.hoc --plots DIR`: what the model would have shown on the screen, as picture files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from jneuron import default_session
from jneuron.facade.windows.display import display_of

OPTION = "--plots"


def take_option(arguments: Sequence[str], hoc_suffixes: tuple[str, ...]) -> tuple[str, list[str]]:
    """Returns the folder for pictures, empty without the option, and the arguments without it.

    The option stands before the file; after a hoc file too, where the script's own arguments begin behind `-`.
    """
    rest = list(arguments)
    is_first = rest[:1] == [OPTION]
    own = rest[: rest.index("-")] if "-" in rest else rest
    if OPTION not in own or not (is_first or rest[0].lower().endswith(hoc_suffixes)):
        return "", rest
    at = rest.index(OPTION)
    if len(rest) < at + 2:
        raise SystemExit(f"jneuron: argument expected for the {OPTION} option")
    folder = rest[at + 1]
    del rest[at : at + 2]
    return folder, rest


def run_and_draw(folder: str, run: Callable[[], int]) -> int:
    """Runs something and writes the windows it has opened; returns its exit status."""
    display_of(default_session()).keeps_all = True
    try:
        return run()
    finally:
        # lazily: nothing is drawn without the option
        from jneuron.facade.windows.drawing import save_windows

        written = save_windows(default_session(), folder)
        print(f"jneuron: {len(written)} pictures in {folder}", file=sys.stderr)
