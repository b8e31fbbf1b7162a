"""Everything that emitted host code calls by name."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time as clock
from typing import Any, NoReturn

from jneuron.base.errors import HocError, UnsupportedError, fail_with
from jneuron.nmodl.verbatim.files import (
    STDERR as STDERR,
)
from jneuron.nmodl.verbatim.files import (
    STDOUT as STDOUT,
)
from jneuron.nmodl.verbatim.files import (
    close_file as close_file,
)
from jneuron.nmodl.verbatim.files import (
    formatted,
    store_text,
)
from jneuron.nmodl.verbatim.files import (
    get_line as get_line,
)
from jneuron.nmodl.verbatim.files import (
    number_in as number_in,
)
from jneuron.nmodl.verbatim.files import (
    open_file as open_file,
)
from jneuron.nmodl.verbatim.files import (
    read_items as read_items,
)
from jneuron.nmodl.verbatim.files import (
    scan as scan,
)
from jneuron.nmodl.verbatim.files import (
    scan_text as scan_text,
)
from jneuron.nmodl.verbatim.files import (
    whole_in as whole_in,
)
from jneuron.nmodl.verbatim.files import (
    write as write,
)
from jneuron.nmodl.verbatim.files import (
    write_items as write_items,
)
from jneuron.nmodl.verbatim.generators import get_ids as c_getids
from jneuron.nmodl.verbatim.generators import get_sequence as c_getseq
from jneuron.nmodl.verbatim.memory import (
    Bytes as Bytes,
)
from jneuron.nmodl.verbatim.memory import (
    Ptr as Ptr,
)
from jneuron.nmodl.verbatim.memory import (
    as_pointer_to as as_pointer_to,
)
from jneuron.nmodl.verbatim.memory import (
    div as div,
)
from jneuron.nmodl.verbatim.memory import (
    float32 as float32,
)
from jneuron.nmodl.verbatim.memory import (
    idiv as idiv,
)
from jneuron.nmodl.verbatim.memory import (
    imod as imod,
)
from jneuron.nmodl.verbatim.memory import (
    int32 as int32,
)
from jneuron.nmodl.verbatim.memory import (
    lenient,
)
from jneuron.nmodl.verbatim.memory import (
    log as c_log,
)
from jneuron.nmodl.verbatim.memory import (
    log10 as c_log10,
)
from jneuron.nmodl.verbatim.memory import (
    numbers as numbers,
)
from jneuron.nmodl.verbatim.memory import (
    place_of as place_of,
)
from jneuron.nmodl.verbatim.memory import (
    power as c_pow,
)
from jneuron.nmodl.verbatim.memory import (
    resized as resized,
)
from jneuron.nmodl.verbatim.memory import (
    rounded as c_round,
)
from jneuron.nmodl.verbatim.memory import (
    sorted_in_place as sorted_in_place,
)
from jneuron.nmodl.verbatim.memory import (
    string as string,
)
from jneuron.nmodl.verbatim.memory import (
    text as text,
)
from jneuron.nmodl.verbatim.memory import (
    to_int as to_int,
)
from jneuron.nmodl.verbatim.memory import (
    wrap as wrap,
)

c_inf, c_nan = math.inf, math.nan
c_exp, c_expm1, c_sinh, c_cosh = (lenient(f) for f in (math.exp, math.expm1, math.sinh, math.cosh))
c_exp2 = lenient(lambda x: 2.0**x)
c_sqrt, c_sin, c_cos, c_tan = (lenient(f) for f in (math.sqrt, math.sin, math.cos, math.tan))
c_asin, c_acos, c_atan, c_tanh = (lenient(f) for f in (math.asin, math.acos, math.atan, math.tanh))
c_asinh, c_acosh, c_atanh, c_log1p = (lenient(f) for f in (math.asinh, math.acosh, math.atanh, math.log1p))
c_erf, c_erfc, c_tgamma, c_lgamma, c_cbrt = math.erf, math.erfc, lenient(math.gamma), lenient(math.lgamma), math.cbrt
c_log2, c_fmod, c_atan2, c_hypot, c_copysign = lenient(math.log2), lenient(math.fmod), math.atan2, math.hypot, math.copysign
c_ppvar = Ptr([None] * 64)


def c_ceil(x: float) -> float:
    """ceil."""
    return float(math.ceil(x)) if math.isfinite(x) else x


def c_floor(x: float) -> float:
    """floor."""
    return float(math.floor(x)) if math.isfinite(x) else x


def c_trunc(x: float) -> float:
    """trunc."""
    return float(math.trunc(x)) if math.isfinite(x) else x


def c_rint(x: float) -> float:
    """rint: halves go to the even number."""
    return float(round(x)) if math.isfinite(x) else x


def c_fmax(a: float, b: float) -> float:
    """fmax."""
    return b if a != a or b > a else a


def c_fmin(a: float, b: float) -> float:
    """fmin."""
    return b if a != a or b < a else a


def c_ldexp(x: float, n: float) -> float:
    """ldexp."""
    return math.ldexp(x, int(n))


def c_isinf(x: float) -> int:
    """isinf."""
    return int(math.isinf(x))


def c_isfinite(x: float) -> int:
    """isfinite."""
    return int(math.isfinite(x))


# ---- memory


class Record:
    """A struct: emitted classes name their fields."""

    fields: tuple[str, ...] = ()

    def fill(self, values: tuple[Any, ...]) -> None:
        """Sets the first fields."""
        for name, value in zip(self.fields, values):
            setattr(self, name, value)

    def copy(self) -> Record:
        """Returns a struct with the same values."""
        new = type(self)()
        for name in self.fields:
            value = getattr(self, name)
            if isinstance(value, memoryview):
                value = numbers(value.format, len(value), value)
            elif isinstance(value, Record):
                value = value.copy()
            setattr(new, name, value)
        return new


def c_union(fields: tuple[tuple[str, str, int], ...], size: int) -> type[Record]:
    """Returns the class of a union: all fields (name, letter, length or 0) lie in the same memory."""

    class Union(Record):
        def __init__(self) -> None:
            self.memory = memoryview(bytearray(size))

        def copy(self) -> Record:
            new = type(self)()
            new.memory[:] = self.memory
            return new

    def view(union: Any, letter: str) -> memoryview:
        usable = size // numbers(letter, 1).itemsize * numbers(letter, 1).itemsize
        return union.memory[:usable].cast(letter)  # type: ignore[no-any-return]

    def field_of(letter: str, length: int) -> property:
        def read(union: Any) -> Any:
            return view(union, letter)[:length] if length else view(union, letter)[0]

        def write(union: Any, value: Any) -> None:
            view(union, letter)[0] = value

        return property(read, write)

    for name, letter, length in fields:
        setattr(Union, name, field_of(letter, length))
    return Union


def c_store(memory: Any, place: int, value: Any) -> Any:
    """Returns `memory[place] = value` as an expression."""
    memory[place] = value
    return value


def c_put(owner: Any, name: str, value: Any) -> Any:
    """Returns `owner.name = value` as an expression."""
    setattr(owner, name, value)
    return value


class View:
    """Memory as it lies behind a pointer that is worked out once."""

    __slots__ = ("_m", "_o")

    def __init__(self, pointer: Ptr) -> None:
        self._m, self._o = pointer.m, pointer.o

    def __getitem__(self, place: int) -> Any:
        return self._m[self._o + place]

    def __setitem__(self, place: int, value: Any) -> None:
        self._m[self._o + place] = value


c_view = View


def c_address(value: Any) -> int:
    """Returns a pointer as a number."""
    return 0 if value is None else id(value)


def c_memset(target: Ptr, byte: int, n: int) -> Ptr:
    """memset."""
    start = target.o * target.m.itemsize
    target.m.cast("B")[start : start + n] = bytes((byte & 255,)) * n
    return target


def c_memmove(target: Ptr, source: Ptr, n: int) -> Ptr:
    """memcpy and memmove."""
    a, b = target.o * target.m.itemsize, source.o * source.m.itemsize
    target.m.cast("B")[a : a + n] = bytes(source.m.cast("B")[b : b + n])
    return target


def c_copy(first: Ptr, last: Ptr, target: Ptr) -> Ptr:
    """std::copy: items up to `last`; returns the place behind the last copy."""
    items = [first.m[place] for place in range(first.o, last.o)]
    for place, item in enumerate(items, target.o):
        target.m[place] = item
    return target + len(items)


def c_text_array(source: Ptr, size: int | None) -> Any:
    """Returns the memory of a character array that begins with a text."""
    data = bytes(source.m.cast("B"))
    data = data if size is None else (data + b"\0" * size)[:size]
    return memoryview(bytearray(data)).cast("b")


def elements(vector: Any) -> Ptr | None:
    """vector_vec: a pointer to the elements of a Vector, as they lie now."""
    return None if vector is None else Ptr(memoryview(vector.data))


def c_vector_px(vector: Any, target: Ptr) -> int:
    """vector_instance_px and vector_arg_px: puts a pointer to the elements into `target`, returns their number."""
    target.m[target.o] = elements(vector)
    return int(vector.size)


# ---- texts


def c_printf(form: Any, *values: Any) -> int:
    """printf."""
    return STDOUT.write(formatted(form, *values).encode("latin-1", "replace"))


def c_puts(line: Any) -> int:
    """puts."""
    return STDOUT.write(string(line).encode("latin-1") + b"\n")


def c_putchar(byte: int) -> int:
    """putchar."""
    STDOUT.write(bytes((byte & 255,)))
    return byte


def c_sprintf(target: Ptr, form: Any, *values: Any) -> int:
    """sprintf."""
    written = formatted(form, *values).encode("latin-1", "replace")
    store_text(target, written)
    return len(written)


def c_snprintf(target: Ptr, size: int, form: Any, *values: Any) -> int:
    """snprintf."""
    written = formatted(form, *values).encode("latin-1", "replace")
    store_text(target, written[: size - 1])
    return len(written)


def c_strcmp(a: Any, b: Any) -> int:
    """strcmp."""
    one, other = string(a), string(b)
    return (one > other) - (one < other)


def c_strncmp(a: Any, b: Any, n: int) -> int:
    """strncmp."""
    one, other = string(a)[:n], string(b)[:n]
    return (one > other) - (one < other)


def c_strcpy(target: Ptr, source: Any) -> Ptr:
    """strcpy."""
    return store_text(target, string(source).encode("latin-1"))


def c_strncpy(target: Ptr, source: Any, n: int) -> Ptr:
    """strncpy."""
    data = memoryview((string(source).encode("latin-1") + b"\0" * n)[:n]).cast("b")
    target.m[target.o : target.o + n] = data
    return target


def c_strcat(target: Ptr, source: Any) -> Ptr:
    """strcat."""
    store_text(Ptr(target.m, target.o + len(string(target))), string(source).encode("latin-1"))
    return target


def c_strchr(where: Ptr, byte: int) -> Ptr | None:
    """strchr."""
    place = string(where).find(chr(byte))
    return None if place < 0 else where + place


def c_strstr(where: Ptr, what: Any) -> Ptr | None:
    """strstr."""
    place = string(where).find(string(what))
    return None if place < 0 else where + place


def c_flush(file: Any) -> int:
    """fflush."""
    if file is not None:
        file.flush()
    return 0


# ---- the world around


def c_execerror(message: Any, detail: Any) -> NoReturn:
    """hoc_execerror: raises what NEURON raises, after printing what it prints."""
    shown = string(message) + (f" {string(detail)}" if detail else "")
    fail_with(shown)


def c_warning(message: Any, detail: Any) -> None:
    """hoc_warning."""
    sys.stderr.write(f"NEURON: {string(message)} {string(detail) if detail else ''}\n near line 0\n")


def c_assert(holds: Any) -> None:
    """assert."""
    if not holds:
        raise HocError("hocobj_call error: hoc_execerror: assertion failed in C")


def c_exit(status: int) -> NoReturn:
    """exit."""
    raise SystemExit(status)


def c_time(target: Any) -> int:
    """time."""
    now = int(clock.time())
    if target is not None:
        target.m[target.o] = now
    return now


def c_clock() -> int:
    """clock."""
    return int(clock.process_time() * 1e6)


def c_getpid() -> int:
    """getpid."""
    return os.getpid()


def c_getenv(name: Any) -> Ptr | None:
    """getenv."""
    value = os.environ.get(string(name))
    return None if value is None else text(value)


def c_system(command: Any) -> int:
    """system."""
    sys.stdout.flush()
    return subprocess.run(string(command), shell=True, check=False).returncode


def c_isran123(random: Any, *targets: Ptr) -> int:
    """nrn_random_isran123."""
    ids = random.ids123()
    for target, value in zip(targets, ids or ()):
        target.m[target.o] = value
    return int(ids is not None)


def c_random_getseq(random: Any, counter: Ptr, which: Ptr) -> int:
    """nrn_random123_getseq."""
    if random.ids123() is None:
        return 0
    counter.m[counter.o], which.m[which.o] = divmod(random.sequence(), 4)
    return 1


def c_random_setseq(random: Any, counter: int, which: int) -> int:
    """nrn_random123_setseq."""
    if random.ids123() is None:
        return 0
    random.set_sequence(4 * counter + which)
    return 1


def c_refused(owner: str, reason: str = "its C is not translated") -> NoReturn:
    """Raises UnsupportedError for C that was not translated."""
    raise UnsupportedError(f"VERBATIM in {owner}", reason)


__all__ = ["c_getids", "c_getseq", "c_log", "c_log10", "c_pow", "c_round"]
