"""Broken .mod files with the messages they get, from `broken_files.txt`.

Each begins with `=== what is wrong`; after the text of the file comes `--- ` and the message, whole, with all findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jneuron.base.errors import ModSemanticError, ModSyntaxError
from jneuron.lang.source import Source
from jneuron.nmodl.pipeline import compile_source

FILE = Path(__file__).parent / "broken_files.txt"


def broken_files() -> Iterator[tuple[str, str, str]]:
    """Yields title, text and message of each."""
    for part in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, rest = part.partition("\n")
        text, _, message = rest.partition("--- ")
        yield title, text, message.rstrip("\n")


def finding_of(text: str) -> str:
    """Returns what the compiler says of a file; raises where it says nothing."""
    try:
        compile_source(Source("broken.mod", text))
    except ModSyntaxError as error:
        return "\n".join((f"line {error.lineno}, column {error.offset}: {error.msg}", *getattr(error, "__notes__", ())))
    except ModSemanticError as error:
        return str(error)
    raise AssertionError("the file was accepted")
