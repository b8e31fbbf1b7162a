"""Formatted text at the top level: printf, sprint, sscanf, and the one file that `ropen` and one that `wopen` have open."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import IO, Any, NamedTuple

from jneuron.facade.c_format import formatted_text
from jneuron.facade.calls import Arguments, Refusal, is_reference
from jneuron.facade.functions import function
from jneuron.facade.ref import StringRef
from jneuron.lang.source import decode

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
WORD_WITH_NUMBER = re.compile(rf"(?<!\S)({NUMBER.pattern})\S*")
REAL = re.compile(rf"(?i:[-+]?(?:0x[0-9a-f]+\.?[0-9a-f]*(?:p[-+]?\d+)?|inf(?:inity)?|nan))|{NUMBER.pattern}")
DIRECTIVE = re.compile(r"%(?:(%)|(\*?)(\d*)(l?)(\[\^?\]?[^]]*\]|.))|(\s+)|(.)", re.DOTALL)
SCANNED = {
    "d": re.compile(r"[-+]?\d+"),
    "u": re.compile(r"[-+]?\d+"),
    "i": re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)"),
    "o": re.compile(r"[-+]?[0-7]+"),
    "x": re.compile(r"[-+]?(?:0[xX])?[0-9a-fA-F]+"),
    **dict.fromkeys("feg", REAL),
    "s": re.compile(r"\S+"),
}
"""By the letter of a conversion of `sscanf`: what it takes."""
ANY_CHARACTER = re.compile(r".", re.DOTALL)
BASES = {"d": 10, "u": 10, "i": 0, "o": 8, "x": 16}


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
    text, directives = given.string(0), [Directive(*found) for found in DIRECTIVE.findall(given.string(1))]
    _check_scanned(given, directives)
    place, n_read = 0, 0
    for each in directives:
        if each.space or each.percent:
            place = _past_spaces(text, place)
        if each.space:
            continue
        if not each.kind:
            if not text.startswith(each.literal or "%", place):
                # C has another number for a text that ends too early
                return -1.0 if place == len(text) and not n_read else float(n_read)
            place += 1
            continue
        if each.kind != "c" and not each.kind.startswith("["):
            place = _past_spaces(text, place)
        match = each.pattern.match(text[place : place + int(each.width)] if each.width else text[place:])
        if match is None:
            return -1.0 if place == len(text) and not n_read else float(n_read)
        place += match.end()
        if not each.skip:
            _store(given, n_read + 2, each.value(match[0]))
            n_read += 1
    return float(n_read)


class Directive(NamedTuple):
    """What one piece of a scan format asks for.

    Attributes:
        percent: The sign itself, where two of them stand there.
        skip: A star where the value is not wanted.
        width: How many characters it may take.
        length: `l` where the number is a long.
        kind: The letter of the conversion, or its brackets; empty where the piece is none.
        space: White space, which any white space agrees with.
        literal: A character that has to be there.
    """

    percent: str
    skip: str
    width: str
    length: str
    kind: str
    space: str
    literal: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the conversion takes."""
        if self.kind == "c":
            return ANY_CHARACTER
        return _characters(self.kind) if self.kind.startswith("[") else SCANNED[self.kind]

    def is_text(self) -> bool:
        """Tells whether its value is a string."""
        return self.kind == "s" or self.kind.startswith("[")

    def value(self, text: str) -> float | str:
        """Returns what a text is to it."""
        if self.is_text():
            return text
        if self.kind == "c":
            return float(ord(text))
        if self.kind not in BASES:
            return float.fromhex(text) if "x" in text.lower() else float(text)
        # a leading 0 says that the number is octal
        base = 8 if self.kind == "i" and re.fullmatch(r"[-+]?0\d+", text) else BASES[self.kind]
        half = 2 ** (63 if self.length else 31)
        return float((int(text, base) + half) % (2 * half) - half)


@cache
def _characters(brackets: str) -> re.Pattern[str]:
    """Returns what a set of characters in brackets takes."""
    negated = brackets.startswith("[^")
    inside = re.sub(r"([\\\[\]^])", r"\\\1", brackets[2 if negated else 1 : -1])
    return re.compile(f"[{'^' if negated else ''}{inside}]+", re.DOTALL)


def _check_scanned(given: Arguments, directives: Sequence[Directive]) -> None:
    """Refuses conversions that are none, and arguments that are missing or of another kind, before anything is read."""
    place = 2
    for each in directives:
        if not each.kind:
            continue
        is_known = each.kind in SCANNED or each.kind.startswith("[") or (each.kind == "c" and not each.width)
        if not is_known:
            raise Refusal(f"scan error: unknown conversion specifier for arg {place + 1}")
        if each.skip:
            continue
        if not given.has(place):
            raise Refusal(f"scan error: missing arg {place + 1}")
        if each.is_text() and not given.is_string(place):
            raise Refusal(f"scan error: arg {place + 1} must be a string")
        if not each.is_text() and not is_reference(given.values[place]):
            raise Refusal(f"scan error: arg {place + 1} must be a pointer to a number")
        place += 1


def _past_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _store(given: Arguments, index: int, value: float | str) -> None:
    if isinstance(value, str):
        _box(given, index)[0] = value
    else:
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
