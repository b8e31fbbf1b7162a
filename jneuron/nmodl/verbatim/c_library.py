"""What C code may call without defining it: how each function reads in Python, and the type of its result.

`S` are the simulator's services (host.py), `I` the instance; the rest stands in `runtime.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from jneuron.nmodl.verbatim.c_types import (
    ADDRESS,
    DOUBLE,
    INT,
    LONG,
    TEXT,
    UNSIGNED,
    VOID,
    CType,
    Opaque,
    Pointer,
    Whole,
)


@dataclass(frozen=True)
class LibraryFunction:
    """A function of the library.

    Attributes:
        template: Python, with `{0}`, `{1}` ... for arguments and `{*}` for all of them.
        result: Type of what it returns.
        takes: Types its arguments are converted to, as far as they are given.
    """

    template: str
    result: CType
    takes: tuple[CType, ...] = ()


_REALS = (
    "exp", "log", "log10", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "ceil", "floor",
    "expm1", "log1p", "erf", "erfc", "tgamma", "lgamma", "log2", "exp2", "asinh", "acosh", "atanh", "cbrt", "trunc", "round",
    "rint",
)  # fmt: skip
_REALS_OF_TWO = ("pow", "fmod", "atan2", "fmax", "fmin", "hypot", "copysign", "ldexp")
VECTOR, RANDOM, STREAM, FILE = (Pointer(Opaque(name)) for name in ("IvocVect", "Rand", "nrnran123_State", "FILE"))
SIZE, DOUBLES, UINT64 = Whole(64, False), Pointer(DOUBLE), Whole(64, False)
_F = LibraryFunction


def _table() -> dict[str, LibraryFunction]:
    functions = {name: _F(f"c_{name}({{*}})", DOUBLE, (DOUBLE,)) for name in _REALS}
    functions |= {f"{name}f": functions[name] for name in _REALS}
    functions |= {name: _F(f"c_{name}({{*}})", DOUBLE, (DOUBLE, DOUBLE)) for name in _REALS_OF_TWO}
    functions |= {name: _F("abs({0})", DOUBLE, (DOUBLE,)) for name in ("fabs", "fabsf")}
    functions |= {name: _F("abs({0})", kind, (kind,)) for name, kind in (("abs", INT), ("labs", LONG), ("llabs", LONG))}
    functions |= {"hoc_Exp": functions["exp"], "isnan": _F("int({0} != {0})", INT), "isinf": _F("c_isinf({0})", INT),
                  "isfinite": _F("c_isfinite({0})", INT), "finite": _F("c_isfinite({0})", INT)}  # fmt: skip
    return functions | _memory() | _texts() | _files() | _interpreter() | _vectors() | _random() | _simulator()


def _memory() -> dict[str, LibraryFunction]:
    return {
        "malloc": _F("Bytes({0})", ADDRESS, (SIZE,)),
        "emalloc": _F("Bytes({0})", ADDRESS, (SIZE,)),
        "hoc_Emalloc": _F("Bytes({0})", ADDRESS, (SIZE,)),
        "calloc": _F("Bytes({0} * {1})", ADDRESS, (SIZE, SIZE)),
        "ecalloc": _F("Bytes({0} * {1})", ADDRESS, (SIZE, SIZE)),
        "hoc_Ecalloc": _F("Bytes({0} * {1})", ADDRESS, (SIZE, SIZE)),
        "free": _F("None", VOID),
        "hoc_malchk": _F("None", VOID),
        "memset": _F("c_memset({0}, {1}, {2})", ADDRESS),
        "memcpy": _F("c_memmove({0}, {1}, {2})", ADDRESS),
        "memmove": _F("c_memmove({0}, {1}, {2})", ADDRESS),
        "copy": _F("c_copy({0}, {1}, {2})", ADDRESS),
        "qsort": _F("sorted_in_place({0}, {1}, lambda a, b: {3}(I, a, b))", VOID),
        "assert": _F("c_assert({0})", VOID),
        "nrn_assert": _F("c_assert({0})", VOID),
        "exit": _F("c_exit({0})", VOID),
        "abort": _F("c_exit(1)", VOID),
        "time": _F("c_time({0})", LONG),
        "clock": _F("c_clock()", LONG),
        "getpid": _F("c_getpid()", INT),
        "getenv": _F("c_getenv({0})", TEXT),
        "system": _F("c_system({0})", INT),
    }


def _texts() -> dict[str, LibraryFunction]:
    return {
        "printf": _F("c_printf({*})", INT),
        "Printf": _F("c_printf({*})", INT),
        "sprintf": _F("c_sprintf({*})", INT),
        "snprintf": _F("c_snprintf({*})", INT),
        "puts": _F("c_puts({0})", INT),
        "putchar": _F("c_putchar({0})", INT),
        "strlen": _F("len(string({0}))", SIZE),
        "strcmp": _F("c_strcmp({0}, {1})", INT),
        "strncmp": _F("c_strncmp({0}, {1}, {2})", INT),
        "strcpy": _F("c_strcpy({0}, {1})", TEXT),
        "strncpy": _F("c_strncpy({0}, {1}, {2})", TEXT),
        "strcat": _F("c_strcat({0}, {1})", TEXT),
        "strchr": _F("c_strchr({0}, {1})", TEXT),
        "strstr": _F("c_strstr({0}, {1})", TEXT),
        "strdup": _F("text(string({0}))", TEXT),
        "atof": _F("number_in({0})", DOUBLE),
        "strtod": _F("number_in({0})", DOUBLE),
        "atoi": _F("whole_in({0})", INT),
        "atol": _F("whole_in({0})", LONG),
        "strtol": _F("whole_in({0}, {2})", LONG),
        "sscanf": _F("scan_text({*})", INT),
        "isdigit": _F("int(chr({0}).isdigit())", INT),
        "isspace": _F("int(chr({0}).isspace())", INT),
        "isalpha": _F("int(chr({0}).isalpha())", INT),
        "toupper": _F("ord(chr({0}).upper())", INT),
        "tolower": _F("ord(chr({0}).lower())", INT),
    }


def _files() -> dict[str, LibraryFunction]:
    return {
        "fopen": _F("open_file({0}, {1})", FILE),
        "fclose": _F("close_file({0})", INT),
        "fprintf": _F("write({*})", INT),
        "fscanf": _F("scan({*})", INT),
        "fgets": _F("get_line({0}, {1}, {2})", TEXT),
        "fputs": _F("{1}.write(string({0}).encode('latin-1'))", INT),
        "fputc": _F("{1}.write(bytes(({0} & 255,)))", INT),
        "putc": _F("{1}.write(bytes(({0} & 255,)))", INT),
        "fgetc": _F("{0}.get()", INT),
        "getc": _F("{0}.get()", INT),
        "ungetc": _F("{1}.unget({0})", INT),
        "feof": _F("int({0}.at_end)", INT),
        "ferror": _F("0", INT),
        "fread": _F("read_items({0}, {1}, {2}, {3})", SIZE),
        "fwrite": _F("write_items({0}, {1}, {2}, {3})", SIZE),
        "fseek": _F("{0}.seek({1}, {2})", INT),
        "ftell": _F("{0}.tell()", LONG),
        "rewind": _F("{0}.seek(0, 0)", VOID),
        "fflush": _F("c_flush({0})", INT),
        "hoc_obj_file_arg": _F("S.file_arg({0})", FILE),
    }


def _interpreter() -> dict[str, LibraryFunction]:
    objects = Pointer(Pointer(Opaque("Object")))
    return {
        "ifarg": _F("S.ifarg({0})", INT),
        "getarg": _F("S.getarg({0})", DOUBLES),
        "hoc_getarg": _F("S.getarg({0})", DOUBLES),
        "hoc_pgetarg": _F("S.pgetarg({0})", DOUBLES),
        "chkarg": _F("S.chkarg({0}, {1}, {2})", DOUBLE, (INT, DOUBLE, DOUBLE)),
        "gargstr": _F("S.gargstr({0})", TEXT),
        "hoc_gargstr": _F("S.gargstr({0})", TEXT),
        "hoc_pgargstr": _F("S.pgargstr({0})", Pointer(TEXT)),
        "hoc_assign_str": _F("S.assign_str({0}, {1})", VOID),
        "hoc_is_double_arg": _F("S.is_double({0})", INT),
        "hoc_is_str_arg": _F("S.is_string({0})", INT),
        "hoc_is_pdouble_arg": _F("S.is_reference({0})", INT),
        "hoc_is_object_arg": _F("S.is_object({0})", INT),
        "hoc_argtype": _F("S.argtype({0})", INT),
        "hoc_objgetarg": _F("S.objgetarg({0})", objects),
        "is_vector_arg": _F("S.is_vector({0})", INT),
        "hoc_obj_ref": _F("None", VOID),
        "hoc_obj_unref": _F("None", VOID),
        "hoc_object_name": _F("S.object_name({0})", TEXT),
        "hoc_retpushx": _F("S.push({0})", VOID, (DOUBLE,)),
        "hoc_ret": _F("None", VOID),
        "hoc_pushx": _F("S.push({0})", VOID, (DOUBLE,)),
        "ret": _F("S.push({0})", VOID, (DOUBLE,)),
        "hoc_execerror": _F("c_execerror({0}, {1})", VOID),
        "execerror": _F("c_execerror({0}, {1})", VOID),
        "hoc_warning": _F("c_warning({0}, {1})", VOID),
        "ivoc_list_count": _F("S.list_count({0})", INT),
        "ivoc_list_item": _F("S.list_item({0}, {1})", Pointer(Opaque("Object"))),
        "hoc_object_pathname": _F("S.object_name({0})", TEXT),
        "hoc_lookup": _F("S.lookup({0})", Pointer(Opaque("Symbol"))),
        "hoc_call_func": _F("S.call_func({0}, {1})", DOUBLE),
        "hoc_oc": _F("S.oc({0})", INT),
    }


def _vectors() -> dict[str, LibraryFunction]:
    return {
        "vector_arg": _F("S.vector_arg({0})", VECTOR),
        "vector_new": _F("S.vector_new({0})", VECTOR),
        "vector_new0": _F("S.vector_new(0)", VECTOR),
        "vector_new1": _F("S.vector_new({0})", VECTOR),
        "vector_new2": _F("S.vector_copy({0})", VECTOR),
        "vector_delete": _F("None", VOID),
        "vector_capacity": _F("{0}.size", INT),
        "vector_size": _F("{0}.size", INT),
        "vector_buffer_size": _F("len({0}.data)", INT),
        "vector_vec": _F("elements({0})", DOUBLES),
        "vector_resize": _F("{0}.resize({1})", VOID, (ADDRESS, INT)),
        "vector_append": _F("{0}.append({1})", VOID, (ADDRESS, DOUBLE)),
        "vector_instance_px": _F("c_vector_px({0}, {1})", INT),
        "vector_arg_px": _F("c_vector_px(S.vector_arg({0}), {1})", INT),
        "vector_pobj": _F("S.vector_object({0})", Pointer(Pointer(Opaque("Object")))),
        "install_vector_method": _F("S.install_vector_method({0}, {1}, C)", VOID),
    }


def _random() -> dict[str, LibraryFunction]:
    functions = {
        "drand48": _F("S.libc.drand48()", DOUBLE),
        "lrand48": _F("S.libc.lrand48()", LONG),
        "mrand48": _F("S.libc.mrand48()", LONG),
        "srand48": _F("S.libc.srand48({0})", VOID, (LONG,)),
        "rand": _F("S.libc.rand()", INT),
        "random": _F("S.libc.rand()", LONG),
        "srand": _F("S.libc.srand({0})", VOID, (UNSIGNED,)),
        "srandom": _F("S.libc.srand({0})", VOID, (UNSIGNED,)),
        "scop_random": _F("S.scop.uniform()", DOUBLE),
        "normrand": _F("S.scop.normal({0}, {1})", DOUBLE, (DOUBLE, DOUBLE)),
        "exprand": _F("S.scop.negexp({0})", DOUBLE, (DOUBLE,)),
        "poisrand": _F("S.scop.poisson({0})", INT, (DOUBLE,)),
        "set_seed": _F("S.scop.seed({0})", VOID, (DOUBLE,)),
        "mcell_ran4_init": _F("S.mcell_init({0})", VOID, (UNSIGNED,)),
        "mcell_ran4": _F("S.mcell_fill({0}, {1}, {2}, {3})", DOUBLE),
        "mcell_ran4a": _F("S.mcell_next({0})", DOUBLE),
        "mcell_iran4": _F("S.mcell_word({0})", UNSIGNED),
        "nrnRan4dbl": _F("S.mcell_at({0}, {1})", DOUBLE),
        "nrnRan4int": _F("S.mcell_word_at({0}, {1})", UNSIGNED),
        "nrn_random_arg": _F("S.random_arg({0})", RANDOM),
        "nrn_random_pick": _F("{0}.pick()", DOUBLE),
        "nrn_random_reset": _F("{0}.restart()", VOID),
        "nrn_get_random_sequence": _F("{0}.sequence()", LONG),
        "nrn_set_random_sequence": _F("{0}.set_sequence({1})", VOID, (ADDRESS, LONG)),
        "nrn_random_isran123": _F("c_isran123({0}, {1}, {2}, {3})", INT),
        "nrn_random123_getseq": _F("c_random_getseq({0}, {1}, {2})", INT),
        "nrn_random123_setseq": _F("c_random_setseq({0}, {1}, {2})", INT, (ADDRESS, UNSIGNED, INT)),
        "nrnran123_newstream": _F("S.newstream({*})", STREAM, (UNSIGNED, UNSIGNED, UNSIGNED)),
        "nrnran123_newstream3": _F("S.newstream({*})", STREAM, (UNSIGNED, UNSIGNED, UNSIGNED)),
        "nrnran123_deletestream": _F("None", VOID),
        "nrnran123_getseq": _F("c_getseq({0}, {1}, {2})", VOID),
        "nrnran123_setseq": _F("{0}.set_sequence({1}, {2})", VOID, (ADDRESS, UNSIGNED, INT)),
        "nrnran123_getids": _F("c_getids({*})", VOID),
        "nrnran123_getids3": _F("c_getids({*})", VOID),
        "nrnran123_ipick": _F("{0}.word()", UNSIGNED),
        "nrnran123_dblpick": _F("{0}.uniform()", DOUBLE),
        "nrnran123_uniform": _F("{0}.uniform({1}, {2})", DOUBLE, (ADDRESS, DOUBLE, DOUBLE)),
        "nrnran123_negexp": _F("{0}.negexp()", DOUBLE),
        "nrnran123_normal": _F("{0}.normal()", DOUBLE),
        "nrnran123_gauss": _F("{0}.normal()", DOUBLE),
        "nrnran123_set_globalindex": _F("S.set_globalindex({0})", VOID, (UNSIGNED,)),
        "nrnran123_get_globalindex": _F("S.get_globalindex()", UNSIGNED),
    }
    numbers = (DOUBLE, DOUBLE)
    return functions | {
        "random_uniform": _F("{0}.uniform({*1})", DOUBLE, (ADDRESS, *numbers)),
        "random_normal": _F("{0}.normal({*1})", DOUBLE, (ADDRESS, *numbers)),
        "random_negexp": _F("{0}.negexp({*1})", DOUBLE, (ADDRESS, *numbers)),
        "random_ipick": _F("{0}.word()", UNSIGNED),
        "random_dpick": _F("{0}.uniform()", DOUBLE),
        "random_setseq": _F("{0}.set_place({1})", VOID, (ADDRESS, DOUBLE)),
        "random_setids": _F("{0}.set_ids({*1})", VOID, (ADDRESS, UNSIGNED, UNSIGNED, UNSIGNED)),
    }


def _simulator() -> dict[str, LibraryFunction]:
    number = Pointer(Opaque("Section"))
    return {
        "nmodl_net_send": _F("I.c_send({0}, {1})", VOID, (DOUBLE, DOUBLE)),
        "nmodl_net_event": _F("I.c_event({0})", VOID, (DOUBLE,)),
        "nmodl_net_move": _F("I.c_move({0})", VOID, (DOUBLE,)),
        "net_send": _F("I.c_send({3} - I.t, {4})", VOID),
        "artcell_net_send": _F("I.c_send({3} - I.t, {4})", VOID),
        "net_event": _F("I.c_event({1})", VOID),
        "net_move": _F("I.c_move({2})", VOID),
        "artcell_net_move": _F("I.c_move({2})", VOID),
        "at_time": _F("0", INT),
        "chk_access": _F("S.section()", number),
        "nrn_noerr_access": _F("S.section()", number),
        "secname": _F("S.section_name({0})", TEXT),
        "nrn_pnt_prop": _F("None", ADDRESS),
        "state_discontinuity": _F("c_refused('state_discontinuity')", VOID),
        "nrn_netrec_state_adjust": _F("0", INT),
        "not_a_number": _F("c_nan", DOUBLE),
        "section_length": _F("S.section_length({0})", DOUBLE),
    }


LIBRARY = _table()
CONSTANTS: dict[str, tuple[str, CType]] = {
    "M_PI": ("3.141592653589793", DOUBLE), "M_E": ("2.718281828459045", DOUBLE), "M_PI_2": ("1.5707963267948966", DOUBLE),
    "M_LN2": ("0.6931471805599453", DOUBLE), "M_SQRT2": ("1.4142135623730951", DOUBLE),
    "RAND_MAX": ("2147483647", INT), "INT_MAX": ("2147483647", INT), "INT_MIN": ("(-2147483648)", INT),
    "UINT_MAX": ("4294967295", UNSIGNED), "LONG_MAX": ("9223372036854775807", LONG),
    "DBL_MAX": ("1.7976931348623157e308", DOUBLE),
    "DBL_MIN": ("2.2250738585072014e-308", DOUBLE), "DBL_EPSILON": ("2.220446049250313e-16", DOUBLE),
    "FLT_MAX": ("3.4028234663852886e38", DOUBLE), "HUGE_VAL": ("c_inf", DOUBLE), "INFINITY": ("c_inf", DOUBLE),
    "NAN": ("c_nan", DOUBLE), "NULL": ("None", ADDRESS), "EOF": ("(-1)", INT), "stdout": ("STDOUT", FILE),
    "stderr": ("STDERR", FILE), "SEEK_SET": ("0", INT), "SEEK_CUR": ("1", INT), "SEEK_END": ("2", INT), "true": ("1", INT),
    "false": ("0", INT), "cvode_active_": ("0", INT), "nrnmpi_myid": ("0", INT), "nrnmpi_numprocs": ("1", INT),
    "nrn_nthread": ("1", INT), "BUFSIZ": ("8192", INT), "_tqitem": ("None", ADDRESS), "_pnt": ("None", ADDRESS),
    "_ppvar": ("c_ppvar", Pointer(ADDRESS)), "_thread": ("None", ADDRESS), "_p": ("None", ADDRESS), "_ml": ("None", ADDRESS),
    "_prop": ("None", ADDRESS), "_thread_args": ("None", ADDRESS), "_iml": ("0", INT), "_tid": ("0", INT),
    "hoc_return_type_code": ("S.return_type", INT), "nrn_threads": ("None", Pointer(Opaque("NrnThread"))),
    "_nt": ("None", Pointer(Opaque("NrnThread"))), "hoc_epsilon": ("1e-11", DOUBLE), "hoc_ac_": ("S.ac", DOUBLE),
    "_threadargs_": ("None", ADDRESS), "_args": ("None", DOUBLES), "_weights": ("None", DOUBLES),
}  # fmt: skip
