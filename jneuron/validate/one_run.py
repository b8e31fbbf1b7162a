"""What the two runners' command lines share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jneuron.validate.capture import Capture
from jneuron.validate.sandbox import execute
from jneuron.validate.server import serve


def main(argv: Sequence[str], prepare: Callable[[], None]) -> None:
    """Serves requests, or runs one script and prints its capture."""
    if argv and argv[0] == "--serve":
        serve(prepare, argv[1:])
        return
    if not argv:
        raise SystemExit("usage: script.py [args], or --serve")
    prepare()
    print(describe(execute(Path(argv[0]), argv[1:])))


def describe(capture: Capture) -> str:
    """Returns a capture as text for a person."""
    lines = [capture.stdout.rstrip("\n")] if capture.stdout else []
    lines += [f"{name}: {value.shape} {value.ravel()[:6].tolist()}" for name, value in capture.numbers.items()]
    lines += [f"{name}: {text}" for name, texts in capture.texts.items() for text in texts]
    if capture.failure is not None:
        lines.append(f"ended by {capture.failure.kind}: {capture.failure.message}")
        lines += capture.stderr
    return "\n".join(lines)
