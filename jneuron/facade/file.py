"""`h.File`: a file as C reads and writes it."""

from __future__ import annotations

import os
import re
import tempfile
from typing import Any, BinaryIO, cast

import numpy as np

from jneuron.facade.c_format import formatted_text
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, refuse
from jneuron.facade.objects import visible_names
from jneuron.facade.string_functions import string_box

WHITE_SPACE = b" \t\n\v\f\r"
LONGEST_WORD = 255
NUMBER = re.compile(rb"[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
CODING = "latin-1"
INTERNAL = (
    *("at_end", "close_file", "hoc_name", "is_closed", "name", "next_number", "next_word", "open_file", "opened"),
    *("read_bytes", "session", "write_bytes"),
)
"""Attributes that only serve this package."""


class File(HocMethodsObject):
    """NEURON's File: `File([name])`, opened by `ropen`, `wopen` or `aopen`."""

    hoc_name = "File"
    __slots__ = ("_name", "_opened")

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        self._opened: BinaryIO | None = None
        given = Arguments("File", values)
        try:
            self._name = given.string(0) if given.values else ""
        except Refusal as refusal:
            refuse(refusal, "File", values)

    def __del__(self) -> None:
        if getattr(self, "_opened", None) is not None:
            self.close_file()
        super().__del__()

    def __dir__(self) -> list[str]:
        return visible_names(object.__dir__(self), INTERNAL)

    def open_file(self, mode: str) -> bool:
        """Opens the file of the present name; tells whether that worked."""
        self.close_file()
        try:
            opened = open(self._name, mode) if self._name else None  # noqa: SIM115 - closed by `close`
        except OSError:
            return False
        self._opened = cast(BinaryIO | None, opened)
        return opened is not None

    def close_file(self) -> None:
        """Closes the file, if it is open."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    @property
    def is_closed(self) -> bool:
        """Whether it is not open."""
        return self._opened is None

    @property
    def opened(self) -> BinaryIO:
        """The open file."""
        if self._opened is None:
            raise Refusal(f"{self._name} :file is not open")
        return self._opened

    def at_end(self) -> bool:
        """Tells whether nothing is left to read."""
        opened = self.opened
        if not opened.readable():
            return True
        place = opened.tell()
        nothing = not opened.read(1)
        opened.seek(place)
        return nothing

    def next_number(self) -> float:
        """Reads words until one begins with a number, and then the white space behind it."""
        while True:
            word = self.next_word()
            if not word:
                raise Refusal("EOF in fscan")
            match = NUMBER.match(word)
            if match is not None:
                self._skip_white_space()
                text = match.group().decode()
                return float.fromhex(text) if "x" in text.lower() else float(text)

    def next_word(self) -> bytes:
        """Reads the next word; returns nothing at the end."""
        self._skip_white_space()
        word = bytearray()
        while len(word) < LONGEST_WORD:
            character = self.read_bytes(1)
            if not character or character in WHITE_SPACE:
                if character:
                    self.opened.seek(-1, os.SEEK_CUR)
                break
            word += character
        return bytes(word)

    def _skip_white_space(self) -> None:
        while character := self.read_bytes(1):
            if character not in WHITE_SPACE:
                self.opened.seek(-1, os.SEEK_CUR)
                return

    def write_bytes(self, data: bytes) -> None:
        """Writes bytes; nothing to a file opened for reading."""
        if self.opened.writable():
            self.opened.write(data)

    def read_bytes(self, n: int) -> bytes:
        """Reads at most `n` bytes; nothing from a file opened for writing."""
        return self.opened.read(n) if self.opened.readable() else b""


def _open(mode: str, doc: str) -> Any:
    def open_(file: File, given: Arguments) -> float:
        if given.values:
            file._name = given.string(0)
        return float(file.open_file(mode))

    open_.__doc__ = doc
    return open_


def _close(file: File, given: Arguments) -> float:
    """Closes the file."""
    file.close_file()
    return 0.0


def _isopen(file: File, given: Arguments) -> float:
    """Tells whether the file is open."""
    return float(file._opened is not None)


def _eof(file: File, given: Arguments) -> float:
    """Tells whether nothing is left to read."""
    return float(file.at_end())


def _printf(file: File, given: Arguments) -> float:
    """`printf(format, ...)`: writes as C does."""
    file.write_bytes(b"")
    file.write_bytes(formatted_text(given, 0).encode(CODING, "replace"))
    return 0.0


def _gets(file: File, given: Arguments) -> float:
    """`gets(string)`: reads a line with its newline; returns its length, -1 at the end."""
    given.string(0)
    opened = file.opened
    line = opened.readline() if opened.readable() else b""
    if not line:
        return -1.0
    if not line.endswith(b"\n"):
        line += b"\n"
    string_box(given, 0)[0] = line.decode(CODING)
    return float(len(line))


def _scanstr(file: File, given: Arguments) -> float:
    """`scanstr(string)`: reads a word; returns its length, -1 at the end."""
    given.string(0)
    word = file.next_word()
    if not word:
        return -1.0
    string_box(given, 0)[0] = word.decode(CODING)
    return float(len(word))


def _scanvar(file: File, given: Arguments) -> float:
    """Reads the next number; words that don't begin with one are left out."""
    return file.next_number()


def _seek(file: File, given: Arguments) -> float:
    """`seek([offset[, origin]])`: goes to a place, counted from the beginning, from here (1) or from the end (2)."""
    opened = file.opened
    offset, origin = int(given.number(0, 0.0)), int(given.checked(1, 0, 2, 0.0))
    try:
        opened.seek(offset, origin)
    except OSError:
        return -1.0
    return 0.0


def _tell(file: File, given: Arguments) -> int:
    """Returns the place in the file."""
    return file.opened.tell()


def _flush(file: File, given: Arguments) -> float:
    """Hands what was written to the system."""
    if file._opened is not None:
        file._opened.flush()
    return 1.0


def _getname(file: File, given: Arguments) -> str:
    """`getname([string])`: returns the name, and puts it into the string."""
    if given.values:
        string_box(given, 0)[0] = file._name
    return file._name


def _dir(file: File, given: Arguments) -> str:
    """Returns the folder that a file chooser showed: none was ever there."""
    return ""


def _unlink(file: File, given: Arguments) -> float:
    """Removes the file; tells whether that worked."""
    try:
        os.unlink(file._name)
    except OSError:
        return 0.0
    return 1.0


def _mktemp(file: File, given: Arguments) -> float:
    """Makes an empty file for a while, and takes its name."""
    handle, file._name = tempfile.mkstemp()
    os.close(handle)
    return 1.0


def _chooser(file: File, given: Arguments) -> float:
    """Does nothing, as in a NEURON without a display."""
    return 1.0


def _vwrite(file: File, given: Arguments) -> float:
    """`vwrite([n,] &first)`: writes n numbers of eight bytes from a place on; returns how many."""
    place, n = _places(given)
    file.write_bytes(np.array([place[k] for k in range(n)], "<f8").tobytes())
    return float(n)


def _vread(file: File, given: Arguments) -> float:
    """`vread([n,] &first)`: reads n numbers of eight bytes to a place; returns how many there were."""
    place, n = _places(given)
    data = file.read_bytes(8 * n)
    values = np.frombuffer(data[: len(data) // 8 * 8], "<f8").tolist()
    for k, value in enumerate(values):
        place[k] = value
    return float(len(values))


def _places(given: Arguments) -> tuple[Any, int]:
    if given.has(1):
        return given.reference(1), int(given.number(0))
    return given.reference(0), 1


attach(
    File,
    {
        "aopen": _open("ab", "`aopen([name])`: opens for writing at the end; tells whether that worked."),
        "chooser": _chooser,
        "close": _close,
        "dir": _dir,
        "eof": _eof,
        "flush": _flush,
        "getname": _getname,
        "gets": _gets,
        "isopen": _isopen,
        "mktemp": _mktemp,
        "printf": _printf,
        "ropen": _open("rb", "`ropen([name])`: opens for reading; tells whether that worked."),
        "scanstr": _scanstr,
        "scanvar": _scanvar,
        "seek": _seek,
        "tell": _tell,
        "unlink": _unlink,
        "vread": _vread,
        "vwrite": _vwrite,
        "wopen": _open("wb", "`wopen([name])`: opens for writing from the beginning; tells whether that worked."),
    },
)
