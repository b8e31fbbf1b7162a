"""Emitted kernels against closed forms and against plain Python."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jneuron.base.errors import ModSemanticError, UnsupportedError
from jneuron.nmodl.support import call_procedure, run_kernel
from jneuron.nmodl.tests.compiling import compiled, run


def test_cnexp_is_the_exact_solution() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } PARAMETER { tau = 5 xinf = .3 } STATE { x }
        BREAKPOINT { SOLVE s METHOD cnexp } DERIVATIVE s { x' = (xinf - x)/tau }"""
    )
    out = run(mechanism, "state", x=[1.0, 0.0], dt=2.0, tau=5.0, xinf=0.3)
    assert out["x"] == pytest.approx([0.3 + 0.7 * math.exp(-0.4), 0.3 - 0.3 * math.exp(-0.4)], rel=1e-15)


def test_cnexp_with_a_constant_slope_is_a_sum() -> None:
    mechanism = compiled("NEURON { SUFFIX a } STATE { x } BREAKPOINT { SOLVE s METHOD cnexp } DERIVATIVE s { x' = 3 }")
    assert run(mechanism, "state", x=[1.0], dt=0.5)["x"] == pytest.approx([2.5])


def test_nonlinear_cnexp_becomes_an_implicit_step() -> None:
    mechanism = compiled("NEURON { SUFFIX a } STATE { x } BREAKPOINT { SOLVE s METHOD cnexp } DERIVATIVE s { x' = 1/x }")
    out = run(mechanism, "state", x=[1.0, 2.0], dt=0.1, secondorder=0.0)
    x = out["x"]
    assert x - 0.1 / x == pytest.approx([1.0, 2.0], rel=1e-9)
    assert not np.any(out["@outcome"])


def test_implicit_step_extrapolates_with_secondorder() -> None:
    mechanism = compiled("NEURON { SUFFIX a } STATE { x } BREAKPOINT { SOLVE s METHOD derivimplicit } DERIVATIVE s { x' = -x }")
    half = 1.0 / 1.05
    out = run(mechanism, "state", x=[1.0], dt=0.1, secondorder=2.0)
    assert out["x"] == pytest.approx([half - 0.05 * half], rel=1e-9)


def test_branches_are_merged_per_instance() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE x, y } ASSIGNED { v x y }
        INITIAL { y = 5 if (v > 0) { x = sqrt(v) } else if (v > -2) { x = -1 y = 7 } else { x = -2 } }"""
    )
    out = run(mechanism, "initial", v=[4.0, -1.0, -3.0], x=[0.0] * 3, y=[0.0] * 3)
    assert out["x"].tolist() == [2.0, -1.0, -2.0]
    assert out["y"].tolist() == [5.0, 7.0, 5.0]


def test_a_while_loop_runs_for_each_instance_as_long_as_it_should() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE n } ASSIGNED { v n }
        INITIAL { LOCAL x x = v n = 0 while (x > 1) { x = x/2 n = n + 1 } }"""
    )
    assert run(mechanism, "initial", v=[0.5, 2.0, 100.0])["n"].tolist() == [0.0, 1.0, 7.0]


def test_a_loop_on_the_way_not_taken_does_not_run() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE n } ASSIGNED { v n }
        INITIAL { n = 0 if (v > 0) { while (n < v) { n = n + 1 } } else { while (v > 0) { n = 1 } } }"""
    )
    assert run(mechanism, "initial", v=[3.0])["n"].tolist() == [3.0]


def test_loops_over_arrays() -> None:
    mechanism = compiled(
        """DEFINE N 4
        NEURON { SUFFIX a RANGE c, total } ASSIGNED { c[N] total v }
        INITIAL { FROM i=0 TO N-1 { c[i] = v + i } total = 0 FROM i=1 TO N-2 BY 1 { total = total + c[i]*c[i-1] } c[v] = 0 }"""
    )
    out = run(mechanism, "initial", v=[1.0, 2.0], c=np.zeros((4, 2)))
    assert out["total"].tolist() == [1 * 2 + 2 * 3, 2 * 3 + 3 * 4]
    assert out["c"].tolist() == [[1.0, 2.0], [0.0, 3.0], [3.0, 0.0], [4.0, 5.0]]


def test_kinetic_scheme_conserves_and_decays() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } PARAMETER { f = 2 b = 1 } STATE { x y }
        BREAKPOINT { SOLVE k METHOD sparse } KINETIC k { ~ x <-> y (f, b)  CONSERVE x + y = 1 }"""
    )
    out = run(mechanism, "state", x=[1.0], y=[0.0], f=2.0, b=1.0, dt=0.1, secondorder=0.0)
    # the implicit step: x (1 + f dt) - b dt y = x_old with x + y = 1
    assert out["x"] == pytest.approx([(1.0 + 0.1) / (1.0 + 0.3)], rel=1e-14)
    assert out["x"] + out["y"] == pytest.approx([1.0], rel=1e-15)


def test_kinetic_scheme_finds_its_steady_state() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } PARAMETER { f = 2 b = 1 } STATE { x y }
        INITIAL { x = 1 SOLVE k STEADYSTATE sparse } BREAKPOINT { SOLVE k METHOD sparse }
        KINETIC k { ~ x <-> y (f, b)  CONSERVE x + y = 1 }"""
    )
    # what secondorder adds is the change over the step that NEURON takes for a steady state, 1e9 ms
    for secondorder in (0.0, 1.0, 2.0):
        out = run(mechanism, "initial", f=2.0, b=1.0, dt=0.1, secondorder=secondorder)
        assert out["y"] == pytest.approx(2 / 3, rel=1e-8)


def test_linear_block() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } PARAMETER { p = 3 } STATE { x y } INITIAL { SOLVE l }
        LINEAR l { ~ 2*x + y = p  ~ x - y = 0 }"""
    )
    out = run(mechanism, "initial", p=np.array([3.0, 6.0]))
    assert out["x"] == pytest.approx([1.0, 2.0])


def test_table_is_interpolated_and_switched_off() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } PARAMETER { k = 2 }
        FUNCTION f(x) { TABLE DEPEND k FROM 0 TO 10 WITH 10  f = k*x*x }"""
    )
    table = mechanism.tables[0]
    columns = run_kernel(table.fill, {"k": 2.0})[table.key]
    assert columns.shape == (11, 1)
    given = {"k": 2.0, table.key: columns, "usetable": 1.0}
    f = mechanism.functions["f"]
    assert call_procedure(f, given, 1.5)[0] == pytest.approx((2.0 + 8.0) / 2)
    assert call_procedure(f, given, -3.0)[0] == 0.0
    assert call_procedure(f, given, 30.0)[0] == 200.0
    assert call_procedure(f, {**given, "usetable": 0.0}, 1.5)[0] == 4.5


def test_procedures_return_what_they_set() -> None:
    mechanism = compiled("NEURON { SUFFIX a RANGE x } ASSIGNED { x } PARAMETER { k = 2 } PROCEDURE p(y) { x = k*y k = k + 1 }")
    value, outputs = call_procedure(mechanism.functions["p"], {"k": 2.0, "x": 0.0}, 4.0)
    assert (value, outputs) == (0.0, {"x": 8.0, "k": 3.0})


def test_events_carry_the_condition_of_their_place() -> None:
    mechanism = compiled(
        """NEURON { POINT_PROCESS P } ASSIGNED { n }
        NET_RECEIVE (w, k) { INITIAL { k = w }
        if (flag == 0) { net_send(w, 1) } else { n = n + 1 net_event(t + 1) } k = k + 1 }"""
    )
    receive = mechanism.net_receive
    assert receive is not None and receive.initial is not None
    assert receive.arguments == ("w", "k")
    assert run_kernel(receive.initial, {"w": 3.0, "k": 0.0}) == {"k": 3.0}
    out = run_kernel(receive.kernel, {"w": 3.0, "k": 1.0, "flag": 1.0, "n": 0.0, "t": 5.0})
    assert (out["n"], out["k"]) == (1.0, 2.0)
    assert [bool(request.when) for request in (*out["@send"], *out["@event"])] == [False, True]
    assert out["@event"][0].time == 6.0


def test_currents_are_summed_in_the_order_of_the_neuron_block() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a NONSPECIFIC_CURRENT i1 USEION k WRITE ik NONSPECIFIC_CURRENT i2 }
        ASSIGNED { i1 i2 ik } BREAKPOINT { i2 = 1e-20 ik = -1 i1 = 1 }"""
    )
    assert mechanism.currents == ("i1", "ik", "i2")
    assert run(mechanism, "current")["@current"] == 1e-20


def test_without_currents_breakpoint_follows_the_solves() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE y } STATE { x } ASSIGNED { y }
        BREAKPOINT { SOLVE s METHOD euler  y = x } DERIVATIVE s { x' = 1 }"""
    )
    assert "current" not in mechanism.kernels
    assert run(mechanism, "state", x=[0.0], dt=0.5, secondorder=0.0)["y"] == [0.5]


def test_all_mistakes_are_reported_at_once() -> None:
    with pytest.raises(ModSemanticError) as caught:
        compiled("NEURON { SUFFIX a }\nINITIAL {\n x = y\n exp(1, 2)\n}")
    assert [finding.split(": ", 1)[0] for finding in caught.value.findings] == ["<test>:3:2", "<test>:3:6", "<test>:4:2"]


def test_c_code_is_refused_when_it_is_reached() -> None:
    mechanism = compiled("NEURON { SUFFIX a } PROCEDURE p() {\nVERBATIM\nwild = 1;\nENDVERBATIM\n}")
    with pytest.raises(UnsupportedError, match=r"line 3.*wild"):
        call_procedure(mechanism.functions["p"], {})


def test_a_traceback_names_the_line_of_the_mod_file() -> None:
    mechanism = compiled("NEURON { SUFFIX a RANGE x }\nASSIGNED { x v }\nINITIAL {\n\n  x = v[3]*2\n}")
    with pytest.raises((IndexError, TypeError)) as caught:
        run(mechanism, "initial", v="not a number", x=[0.0])
    assert ("<test>", 5) in [(entry.path, entry.lineno + 1) for entry in caught.traceback] or any(
        str(entry.path).endswith("<test>") for entry in caught.traceback
    )


def test_random_variables_draw_and_move_on() -> None:
    mechanism = compiled("NEURON { POINT_PROCESS P RANDOM r } FUNCTION draw() { draw = random_uniform(r) }")
    stream = np.array([1, 2, 3, 0, 0, 0, 1, 2, 3, 0], np.uint32)
    first, outputs = call_procedure(mechanism.functions["draw"], {"r": stream})
    second, _ = call_procedure(mechanism.functions["draw"], {"r": outputs["r"]})
    assert 0 < first < 1 and first != second
    assert outputs["r"].tolist() == [1, 2, 3, 0, 1, 0, 1, 2, 3, 0]
