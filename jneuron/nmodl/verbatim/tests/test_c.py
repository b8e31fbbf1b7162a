"""C text in, values out: the preprocessor, the writer of Python, and what its runtime computes."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.lang.source import Source
from jneuron.nmodl.pipeline import compile_source, load
from jneuron.nmodl.support import NUMPY_OPS
from jneuron.nmodl.verbatim.files import formatted, number_in, open_file, scan, scan_text, whole_in
from jneuron.nmodl.verbatim.generators import LibraryRandom, Random123, ScopRandom
from jneuron.nmodl.verbatim.memory import Bytes, Ptr, as_pointer_to, div, idiv, imod, int32, numbers, string, text, wrap
from jneuron.nmodl.verbatim.pointers import held_objects
from jneuron.nmodl.verbatim.preprocess import Macros, preprocess
from jneuron.nmodl.verbatim.snapshots import Snapshot

FILE = """NEURON {{ SUFFIX nothing }}
VERBATIM
{outside}
ENDVERBATIM
FUNCTION f(x, y) {{
VERBATIM
static int marker = 0;
{inside}
ENDVERBATIM
}}
"""


def value_of(inside: str, x: float = 0.0, y: float = 0.0, outside: str = "") -> float:
    """Returns what a FUNCTION of C returns; the static variable keeps it on the host."""
    source = Source("c.mod", FILE.format(outside=outside, inside=inside))
    procedure = load(compile_source(source), source).functions["f"]
    assert procedure.on_host
    value, _ = procedure.kernel.function(NUMPY_OPS, {}, x, y)
    return float(value)


@pytest.mark.parametrize(
    ("inside", "x", "expected"),
    [
        ("return _lx / 2;", 3.0, 1.5),
        ("return (int)_lx / 2;", 3.0, 1.0),
        ("int k = -7; return k / 2 + 10 * (k % 3);", 0.0, -13.0),
        ("unsigned int u = 0; u -= 1; return u;", 0.0, 4294967295.0),
        ("int k = 2147483647; k = k * 2; return k;", 0.0, -2.0),
        ("unsigned char c = 300; return c;", 0.0, 44.0),
        ("return 1 / _lx;", 0.0, math.inf),
        ("return log(_lx);", 0.0, -math.inf),
        ("double a[3] = {1, 2, 3}; double* p = a; p++; return *p++ + 10 * *p;", 0.0, 32.0),
        ("int k, n = 0; for (k = 0; k < 10; k++) { if (k == 3) continue; if (k == 6) break; n += k; } return n;", 0.0, 12.0),
        ("int n = 0; switch (2) { case 1: n = 1; case 2: n += 2; case 3: n += 3; break; default: n = 9; } return n;", 0, 5),
        ("int k = 0; do { k++; } while (k < 5); return k;", 0.0, 5.0),
        ('char s[20]; sprintf(s, "%d-%s", 12, "ab"); return strlen(s) + s[2];', 0.0, 50.0),
        ("return _lx > 1 ? 5 : (_lx < -1 ? 6 : 7);", -2.0, 6.0),
        ("double z; z = _lx = 4; return z + _lx;", 0.0, 8.0),
        ("return sizeof(double) + sizeof(int);", 0.0, 12.0),
        ("float q = 0.1f; return q == 0.1;", 0.0, 0.0),
    ],
)
def test_c_means_what_c_means(inside: str, x: float, expected: float) -> None:
    assert value_of(inside, x) == expected


def test_structs_are_values_and_pointers_are_references() -> None:
    outside = "typedef struct { double a; int b[2]; } S; static void set(S* s) { s->a = 5; s->b[1] = 6; }"
    inside = "S s; S other; set(&s); other = s; other.a = 1; other.b[1] = 2; return s.a + 10 * s.b[1] + other.a;"
    assert value_of(inside, outside=outside) == 66.0


def test_statics_keep_their_values() -> None:
    inside = "static double s = 0; s += _lx; return s + n++;"
    source = Source("c.mod", FILE.format(outside="static int n = 5;", inside=inside))
    function = load(compile_source(source), source).functions["f"].kernel.function
    assert [function(NUMPY_OPS, {}, 1.0, 0.0)[0] for _ in range(3)] == [6.0, 8.0, 10.0]


def test_old_style_definitions_are_read() -> None:
    outside = "static double add(a, b) double a, b; { return a + b; }"
    assert value_of("return add(_lx, 2.0);", 3.0, outside=outside) == 5.0


def test_what_is_not_translated_is_refused_when_it_is_called_with_its_line() -> None:
    outside = "static double good() { return 1; }\nstatic double bad() { goto end; end: return 2; }"
    assert value_of("return good();", outside=outside) == 1.0
    with pytest.raises(UnsupportedError, match="line 4 is C that is not translated"):
        value_of("return bad();", outside=outside)


def test_memory_that_is_not_owned_is_an_error_and_no_crash() -> None:
    with pytest.raises(HocError, match="would end NEURON"):
        value_of("double* p = 0; return p[0];")
    with pytest.raises(HocError, match="would end NEURON"):
        value_of("double a[2]; int k = (int)_lx; return a[k];", 7.0)


def test_macros_are_replaced_with_their_arguments() -> None:
    macros = Macros()
    out = preprocess('#define SQR(x) ((x)*(x))\n#define A 3\nSQR(A + 1) AB "A"', macros)
    assert out.strip() == '((3 + 1)*(3 + 1)) AB "A"'


def test_conditions_are_those_of_a_build_without_coreneuron() -> None:
    text_ = "#if !NRNBBCORE\na\n#else\nb\n#endif\n#ifndef CORENEURON_BUILD\nc\n#endif\n#if NRN_VERSION_GTEQ(9,0,0)\nd\n#endif"
    assert preprocess(text_, Macros()).split() == ["a", "c", "d"]


def test_preprocessing_keeps_lines() -> None:
    assert preprocess("a /* x\n y */ b\n#define Z \\\n 1\nc", Macros()).split("\n")[4] == "c"


def test_variables_are_told_by_what_c_does_with_them() -> None:
    text_ = "*((IvocVect**)(&space)) = vector_arg(1); nrnran123_State** pv = (nrnran123_State**)(&_p_rng); x = *_p_value;"
    held = held_objects(text_, ("space", "rng", "value", "x"))
    assert (held.streams, held.handles) == (frozenset({"rng"}), frozenset({"space"}))


def test_whole_numbers_divide_and_wrap_as_in_c() -> None:
    assert (idiv(-7, 2), imod(-7, 2), wrap(2**31, 32), int32(1e20), int32(-2.9)) == (-3, -1, -(2**31), -(2**31), -2)
    assert math.isnan(div(0.0, 0.0))
    assert div(-1.0, 0.0) == -math.inf


def test_memory_can_be_seen_as_another_type() -> None:
    fresh = as_pointer_to(Bytes(16), "d", 8)
    fresh.m[1] = 1.0
    words = as_pointer_to(fresh, "Q", 8)
    assert words.m[1] == 0x3FF0000000000000


def test_printf_formats_as_c() -> None:
    written = formatted(text("%5d|%-4s|%.2f|%u|%c%%|%*d|%lu"), 7, text("ab"), 1.005, -1, 65, 4, 2, 3)
    assert written == "    7|ab  |1.00|4294967295|A%|   2|3"


def test_scanf_reads_as_c(tmp_path: Path) -> None:
    path = tmp_path / "numbers"
    path.write_text("12 3.5e1,abc\nrest")
    file = open_file(text(str(path)), text("r"))
    whole, real, word = Ptr(numbers("i", 1)), Ptr(numbers("d", 1)), Ptr(numbers("b", 10))
    assert scan(file, text("%d %lf,%[a-z]"), whole, real, word) == 3
    assert (whole.m[0], real.m[0], string(word)) == (12, 35.0, "abc")
    assert file is not None
    file.close()
    assert scan_text(text("x"), text("%d"), whole) == 0
    assert scan_text(text(""), text("%d"), whole) == -1
    assert (number_in(text(" -2.5e1z")), whole_in(text(" 0x1fz"), 0)) == (-25.0, 31)


def test_a_file_that_is_not_there_is_null() -> None:
    assert open_file(text("/there/is/none"), text("r")) is None


def test_generators_give_known_numbers() -> None:
    libc = LibraryRandom()
    assert [libc.rand() for _ in range(2)] == [1804289383, 846930886]
    assert libc.drand48() == pytest.approx(3.907985046680551e-14, rel=1e-15)
    settings: Any = type("Settings", (), {"use_mcellran4": False, "low_index": 0})
    assert ScopRandom(settings).uniform() == 0.6056517089264588


def test_random123_of_c_is_that_of_kernels() -> None:
    words = (1, 2, 3, 0, 0, 0, 1, 2, 3, 0)
    stream, column = Random123(words), __import__("numpy").array(words, dtype="uint32")
    for _ in range(6):
        number, column = NUMPY_OPS.random_dpick(column)
        assert stream.uniform() == float(number)


def test_a_snapshot_puts_memory_back() -> None:
    statics: dict[str, Any] = {"n": 1, "x": numbers("d", 2, (1.0, 2.0)), "p": Ptr([3])}
    snapshot = Snapshot((statics,))
    statics["n"], statics["x"][1], statics["p"].m[0], statics["p"].o = 5, 9.0, 8, 4
    snapshot.restore()
    assert (statics["n"], statics["x"][1], statics["p"].m[0], statics["p"].o) == (1, 2.0, 3, 0)
