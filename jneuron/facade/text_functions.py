"""Formatted text at the top level: printf, sprint, sscanf, and the one file that `ropen` and one that `wopen` have open."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from typing import IO, Any

from jneuron.facade.c_format import formatted_text
from jneuron.facade.calls import Arguments, Refusal, is_reference
from jneuron.facade.functions import function
from jneuron.facade.ref import StringRef
from jneuron.lang.source import decode

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
WORD_WITH_NUMBER = re.compile(rf"(?<!\S)({NUMBER.pattern})\S*")
INTEGER = re.compile(r"[-+]?\d+")
DIRECTIVE = re.compile(r"%(\*?)(\d*)(?:l?)([dfegsc%])|(\s+)|(.)", re.DOTALL)


@dataclass(eq=False, slots=True)
class Console:
    """The files of one session that `ropen` and `wopen` have opened.

    Attributes:
        text: What is left to read, None where standard input is read.
        place: How far it has been read.
        output: Where `fprint` writes, None for standard output.
    """

    text: str | None = None
    place: int = 0
    output: IO[str] | None = None


def console(session: Any) -> Console:
    """Returns the files of a session."""
    return session.interface.console  # type: ignore[no-any-return]


@function("printf")
def printf(session: Any, given: Arguments) -> float:
    """Prints a text by a format; returns the number of its characters."""
    text = formatted_text(given, 0)
    sys.stdout.write(text)
    return float(len(text))


@function("sprint")
def sprint(session: Any, given: Arguments) -> float:
    """Puts a text by a format into a string; returns 1."""
    box = _box(given, 0)
    box._value = formatted_text(given, 1)
    return 1.0


@function("fprint")
def fprint(session: Any, given: Arguments) -> float:
    """Writes a text by a format to the file that `wopen` opened; returns the number of its characters."""
    text = formatted_text(given, 0)
    (console(session).output or sys.stdout).write(text)
    return float(len(text))


@function("sscanf")
def sscanf(session: Any, given: Arguments) -> float:
    """Reads numbers and words out of a text by a format; returns how many it could read."""
    text, pattern = given.string(0), given.string(1)
    place, n_read, argument = 0, 0, 2
    for skip, width, kind, space, literal in DIRECTIVE.findall(pattern):
        if space:
            place = _past_spaces(text, place)
            continue
        if literal or kind == "%":
            if not text.startswith(literal or "%", place):
                break
            place += 1
            continue
        found = _scan(text, place, kind, int(width) if width else 0)
        if found is None:
            break
        place, value = found
        if not skip:
            _store(given, argument, value)
            argument, n_read = argument + 1, n_read + 1
    return float(n_read)


def _past_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _scan(text: str, place: int, kind: str, width: int) -> tuple[int, float | str] | None:
    if kind == "c":
        return (place + 1, float(ord(text[place]))) if place < len(text) else None
    place = _past_spaces(text, place)
    stretch = text[place : place + width] if width else text[place:]
    match = {"d": INTEGER, "s": re.compile(r"\S+")}.get(kind, NUMBER).match(stretch)
    if match is None:
        return None
    return place + match.end(), match[0] if kind == "s" else float(match[0])


def _store(given: Arguments, index: int, value: float | str) -> None:
    if not given.has(index):
        raise Refusal(f"scan error: missing arg {index + 1}")
    if isinstance(value, str):
        if not given.is_string(index):
            raise Refusal(f"scan error: arg {index + 1} must be a string")
        _box(given, index)[0] = value
    else:
        if not is_reference(given.values[index]):
            raise Refusal(f"scan error: arg {index + 1} must be a pointer to a number")
        given.reference(index).set(value)


def _box(given: Arguments, index: int) -> StringRef:
    box = given.any(index)
    if isinstance(box, StringRef):
        return box
    if isinstance(box, str):
        # a literal: what is put into it is lost
        return StringRef(box)
    raise Refusal("Expecting string argument")


# ---- one file to read, one to write


@function("ropen")
def ropen(session: Any, given: Arguments) -> float:
    """Opens a file for `fscan` and `getstr`; without a name, closes it. Returns 1, or 0 where there is none."""
    open_files = console(session)
    open_files.text, open_files.place = None, 0
    name = given.string(0) if given.has(0) else ""
    if not name:
        return 1.0
    try:
        with open(name, "rb") as file:
            open_files.text = decode(file.read())
    except OSError:
        return 0.0
    return 1.0


@function("wopen")
def wopen(session: Any, given: Arguments) -> float:
    """Opens a file for `fprint`; without a name, closes it. Returns 1, or 0 where it can't be written."""
    open_files = console(session)
    if open_files.output is not None:
        open_files.output.close()
        open_files.output = None
    name = given.string(0) if given.has(0) else ""
    if not name:
        return 1.0
    try:
        # it stays open until the next call
        open_files.output = open(name, "w", encoding="utf-8")  # noqa: SIM115
    except OSError:
        return 0.0
    return 1.0


@function("fscan")
def fscan(session: Any, given: Arguments) -> float:
    """Reads the next number of the file that `ropen` opened: of the next word that begins with one."""
    open_files = console(session)
    text = _readable(open_files)
    match = WORD_WITH_NUMBER.search(text, open_files.place)
    if match is None:
        open_files.place = len(text)
        raise Refusal("EOF in fscan")
    # the character that ended the word is taken too
    open_files.place = min(match.end() + 1, len(text))
    return float(match[1])


@function("getstr")
def getstr(session: Any, given: Arguments) -> float:
    """Reads a line, with its end, or one word, into a string; returns the number of characters."""
    open_files = console(session)
    box = _box(given, 0)
    text, place = _readable(open_files), open_files.place
    if place >= len(text):
        raise Refusal("EOF in getstr")
    if given.has(1) and given.number(1) == 1:
        start = _past_spaces(text, place)
        end = start
        while end < len(text) and not text[end].isspace():
            end += 1
        box[0], open_files.place = text[start:end], end
    else:
        end = text.find("\n", place)
        end = len(text) if end < 0 else end + 1
        box[0], open_files.place = text[place:end], end
    return float(len(box[0]))


def _readable(open_files: Console) -> str:
    if open_files.text is None:
        open_files.text = sys.stdin.read()
    return open_files.text


@function("xred")
def xred(session: Any, given: Arguments) -> float:
    """Asks for a number between two limits; an empty answer is the default."""
    prompt, default, low, high = given.string(0), given.number(1), given.number(2), given.number(3)
    while True:
        sys.stdout.write(f"{prompt} ({default:g})")
        sys.stdout.flush()
        line = sys.stdin.readline()
        match = NUMBER.match(line.strip())
        value = float(match[0]) if match else default
        if low <= value <= high:
            return value
        sys.stderr.write(f"must be > {low:g} and < {high:g}\n")
        if not line:
            return default


@function("read")
def read(session: Any, given: Arguments) -> float:
    """Reads a number from standard input into a variable; returns 0 at the end."""
    match = NUMBER.search(sys.stdin.readline())
    if match is None:
        return 0.0
    given.reference(0).set(float(match[0]))
    return 1.0


# ---- the shell


@function("system")
def system(session: Any, given: Arguments) -> float:
    """Runs a shell command; its output goes into a string where one is given. Returns the exit status."""
    sys.stdout.flush()
    command = given.string(0)
    if not given.has(1):
        return _status(subprocess.run(command, shell=True, check=False).returncode)
    done = subprocess.run(command, shell=True, check=False, stdout=subprocess.PIPE, text=True)
    _box(given, 1)[0] = done.stdout
    return _status(done.returncode)


def _status(returned: int) -> float:
    """Returns the status as C's `system` has it: the exit status in the second byte, a signal in the first."""
    return float(returned << 8 if returned >= 0 else -returned)
