"""C's formatted input and output on the host: printf, scanf, and FILE."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jneuron.nmodl.verbatim.memory import Ptr, string

END = -1
_PRINT = re.compile(r"%([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?(?:hh|h|ll|l|L|q|j|z|t)?([diouxXeEfFgGcspn%])|%")
_SCAN = re.compile(r"%(\*)?(\d+)?(hh|h|ll|l|L|q|j|z|t)?([diuoxXeEfFgGaAscpn%]|\[\^?\]?[^\]]*\])")
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:inf(?:inity)?|nan)", re.I)
_PATTERNS = {"d": rb"[-+]?\d+", "u": rb"[-+]?\d+", "i": rb"[-+]?(?:0[xX][0-9a-fA-F]+|\d+)", "x": rb"(?:0[xX])?[0-9a-fA-F]+",
             "X": rb"(?:0[xX])?[0-9a-fA-F]+", "o": rb"[0-7]+"}  # fmt: skip


def formatted(form: Any, *values: Any) -> str:
    """Returns what sprintf writes."""
    rest = list(values)

    def one(found: re.Match[str]) -> str:
        flags, width, precision, letter = found.groups()
        if letter is None or letter == "%":
            return "%"
        if width == "*":
            width = str(rest.pop(0))
        if precision == "*":
            precision = str(rest.pop(0))
        value = rest.pop(0) if rest else 0
        has_precision = "." in found.group().split(letter)[0]
        shape = f"%{flags}{width or ''}{'.' + (precision or '0') if has_precision else ''}"
        return "" if letter == "n" else _one(shape, letter, value)

    return _PRINT.sub(one, string(form))


def _one(shape: str, letter: str, value: Any) -> str:
    if letter == "s":
        return (shape + "s") % ("(null)" if value is None else string(value))
    if letter == "c":
        return (shape + "c") % chr(int(value) & 255)
    if letter == "p":
        return (shape + "s") % ("(nil)" if value is None else hex(id(value)))
    if letter in "diu":
        return (shape + "d") % (int(value) & 0xFFFFFFFF if letter == "u" and int(value) < 0 else int(value))
    if letter in "oxX":
        whole = int(value)
        return (shape + letter) % (whole & 0xFFFFFFFF if whole < 0 else whole)
    return (shape + letter) % float(value)


def write(file: Any, form: Any, *values: Any) -> int:
    """fprintf: returns the number of characters."""
    written = formatted(form, *values)
    file.write(written.encode("latin-1", "replace"))
    return len(written)


_suspended = False


@contextmanager
def writing_suspended() -> Iterator[None]:
    """Lets C code write nothing: a step is made once more that has written already."""
    global _suspended
    before, _suspended = _suspended, True
    try:
        yield
    finally:
        _suspended = before


class Standard:
    """stdout or stderr."""

    def __init__(self, name: str) -> None:
        self._name = name

    def write(self, data: bytes) -> int:
        """Writes bytes; returns their number."""
        if not _suspended:
            getattr(sys, self._name).write(data.decode("latin-1"))
        return len(data)

    def flush(self) -> None:
        """Hands on what waits."""
        getattr(sys, self._name).flush()


STDOUT, STDERR = Standard("stdout"), Standard("stderr")


class File:
    """A FILE: bytes with one step back, and a flag for its end."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._back: list[int] = []
        self.at_end = False

    def __del__(self) -> None:
        # C code may leave its files to the end of the process
        self._data.close()

    def get(self) -> int:
        """Returns the next byte, -1 at the end."""
        if self._back:
            return self._back.pop()
        byte = self._data.read(1)
        if not byte:
            self.at_end = True
            return END
        return int(byte[0])

    def unget(self, byte: int) -> int:
        """Puts a byte back."""
        if byte != END:
            self._back.append(byte & 255)
        return byte

    def read(self, n: int) -> bytes:
        """Returns up to `n` bytes."""
        start = bytes(self._back[::-1][:n])
        del self._back[len(self._back) - len(start) :]
        data = start + self._data.read(n - len(start))
        if len(data) < n:
            self.at_end = True
        return data

    def write(self, data: bytes) -> int:
        """Writes bytes; returns their number."""
        if _suspended:
            return len(data)
        self._settle()
        return int(self._data.write(data))

    def _settle(self) -> None:
        if self._back:
            self._data.seek(-len(self._back), io.SEEK_CUR)
            self._back.clear()

    def seek(self, offset: int, whence: int) -> int:
        """Goes to a place."""
        self._settle()
        self._data.seek(offset, whence)
        self.at_end = False
        return 0

    def tell(self) -> int:
        """Returns the place."""
        return int(self._data.tell()) - len(self._back)

    def flush(self) -> None:
        """Hands on what waits."""
        self._data.flush()

    def close(self) -> None:
        """Closes the file."""
        self._data.close()


def open_file(path: Any, mode: Any) -> File | None:
    """fopen: returns None where the file can't be opened."""
    how = string(mode).replace("b", "").replace("t", "")
    try:
        return File(open(string(path), how[0] + "b" + how[1:]))
    except (OSError, ValueError):
        return None


def close_file(file: File | None) -> int:
    """fclose."""
    if file is not None:
        file.close()
    return 0


def get_line(target: Ptr, n: int, file: File) -> Ptr | None:
    """fgets."""
    data = bytearray()
    while len(data) < n - 1:
        byte = file.get()
        if byte == END:
            break
        data.append(byte)
        if byte == 10:
            break
    if not data:
        return None
    store_text(target, bytes(data))
    return target


def store_text(target: Ptr, data: bytes) -> Ptr:
    """Puts characters and a zero into memory; returns where."""
    raw = memoryview(data + b"\0").cast("b")
    target.m[target.o : target.o + len(raw)] = raw
    return target


def read_items(target: Ptr, size: int, n: int, file: File) -> int:
    """fread."""
    data = file.read(size * n)
    whole = len(data) // size
    target.m.cast("B")[target.o * target.m.itemsize :][: whole * size] = data[: whole * size]
    return whole


def write_items(source: Ptr, size: int, n: int, file: Any) -> int:
    """fwrite."""
    start = source.o * source.m.itemsize
    return int(file.write(bytes(source.m.cast("B")[start : start + size * n])) // size)


class _Letters:
    """A string as a file to be scanned."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def get(self) -> int:
        if self._at >= len(self._data):
            return END
        self._at += 1
        return self._data[self._at - 1]

    def unget(self, byte: int) -> int:
        self._at -= byte != END
        return byte


def scan_text(source: Any, form: Any, *targets: Ptr) -> int:
    """sscanf."""
    return scan(_Letters(string(source).encode("latin-1")), form, *targets)


def scan(file: Any, form: Any, *targets: Ptr) -> int:
    """fscanf: returns how many values were stored, -1 where the file ended before the first."""
    shape, at, n_stored, rest = string(form), 0, 0, list(targets)
    while at < len(shape):
        found = _SCAN.match(shape, at)
        if shape[at].isspace():
            _skip_spaces(file)
            at += 1
        elif found is None or found.group(4) == "%":
            if found is not None:
                _skip_spaces(file)
            at = found.end() if found is not None else at + 1
            wanted = "%" if found is not None else shape[at - 1]
            byte = file.get()
            if byte != ord(wanted):
                file.unget(byte)
                return END if byte == END and not n_stored else n_stored
        else:
            at = found.end()
            ignored, width, _, letter = found.groups()
            data = _field(file, letter, int(width or 0))
            if data is None or (not data and letter != "s"):
                return n_stored if data is not None or n_stored else END
            if not ignored:
                _store(rest.pop(0), letter, data)
                n_stored += 1
    return n_stored


def _skip_spaces(file: Any) -> None:
    byte = file.get()
    while byte != END and byte in b" \t\n\r\v\f":
        byte = file.get()
    file.unget(byte)


def _field(file: Any, letter: str, width: int) -> bytes | None:
    """Returns the bytes of one conversion; None where the file has ended."""
    if letter not in "c" and letter[0] != "[":
        _skip_spaces(file)
    data = bytearray()
    limit = width or (1 if letter == "c" else 1 << 30)
    accepts = _accepted(letter)
    while len(data) < limit:
        byte = file.get()
        if byte == END or not accepts(data, byte):
            file.unget(byte)
            if byte == END and not data:
                return None
            break
        data.append(byte)
    return bytes(data)


def _accepted(letter: str) -> Any:
    """Returns what tells whether a byte may follow those read so far."""
    if letter == "c":
        return lambda data, byte: True
    if letter == "s":
        return lambda data, byte: byte not in b" \t\n\r\v\f"
    if letter[0] == "[":
        inside = letter[1:-1]
        negated = inside.startswith("^")
        letters = re.escape(inside[negated:]).replace("\\-", "-")
        among = re.compile(f"[{'^' * negated}{letters}]".encode(), re.S)
        return lambda data, byte: among.fullmatch(bytes((byte,))) is not None
    if letter in _PATTERNS:
        start = re.compile(_PATTERNS[letter].replace(b"]+", b"]*").replace(b"\\d+", b"\\d*") + rb"|[-+]|[-+]?0[xX]?")
        return lambda data, byte: start.fullmatch(bytes(data) + bytes((byte,))) is not None
    start = re.compile(rb"[-+]?(?:\d*\.?\d*(?:(?<=[\d.])[eE][-+]?\d*)?|i(?:n(?:f)?)?|n(?:an?)?)", re.I)
    return lambda data, byte: start.fullmatch(bytes(data) + bytes((byte,))) is not None


def _store(target: Ptr, letter: str, data: bytes) -> None:
    if letter == "s" or letter[0] == "[":
        store_text(target, data)
    elif letter == "c":
        target.m[target.o] = data[0] if data[0] < 128 else data[0] - 256
    elif letter in _PATTERNS:
        base = {"x": 16, "X": 16, "o": 8, "i": 0}.get(letter, 10)
        target.m[target.o] = int(data, base)
    else:
        target.m[target.o] = float(data) if _NUMBER.fullmatch(data) else 0.0


def number_in(source: Any) -> float:
    """atof: the number at the beginning of a string, 0 where there is none."""
    found = _NUMBER.match(string(source).lstrip().encode("latin-1", "replace"))
    return float(found.group()) if found else 0.0


def whole_in(source: Any, base: int = 10) -> int:
    """atoi."""
    found = re.match(r"\s*([-+]?)(0[xX](?=[0-9a-fA-F]))?([0-9a-zA-Z]*)", string(source))
    assert found is not None
    if base == 0:
        base = 16 if found.group(2) else 8 if found.group(3).startswith("0") else 10
    digits = ""
    for letter in found.group(3).lower():
        if int(letter, 36) >= base:
            break
        digits += letter
    return int(found.group(1) + (digits or "0"), base)
