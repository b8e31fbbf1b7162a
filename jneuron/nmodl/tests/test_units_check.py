"""The check of units: its verdicts are modlunit's, which made the two lists."""

from __future__ import annotations

import pytest

from jneuron.lang.source import Source
from jneuron.nmodl.units_check import check_units, render

HEAD = """NEURON { SUFFIX x RANGE g, a, b, c, d, e }
UNITS { (mV)=(millivolt) (mA)=(milliamp) (nA)=(nanoamp) (S)=(siemens) (mM)=(milli/liter) (um)=(micron) (molar)=(1/liter)
 FARADAY=(faraday)(coulomb) R=(k-mole)(joule/degC) PI=(pi)(1) F2 = 96485 (coul) }
PARAMETER { g=1 (S/cm2) e = -70 (mV) celsius (degC) dt (ms) n0 = 3 tau = 5 (ms) <1,2>}
STATE { m  y (mM) }
ASSIGNED { v (mV) i (mA/cm2) a b (mV) c (ms) d (/ms) k (nA) w (degC) area (micron2) arr[3] (mV) }
"""

FITS = """
a = 1
b = v
b = 3
v = v + 1
a = v/10(mV)
a = exp(v/10(mV))
a = exp(v/b)
b = 2*v
b = v*(1)
a = a + 1
b = (v + 40)
b = v + 40(mV)
b = -v
b = -40
c = 1/d
d = 1/c
d = 1
d = 1/5
i = g*(v-e)
a = 3^((celsius-6.3(degC))/10(degC))
a = a^2
IF (v > 0) { a = 1 }
IF (v > 0(mV)) { a = 1 }
IF (v > b) { a = 1 }
IF (v == 0) { a = 1 }
IF (v) { a = 1 }
IF (a && v) { a = 1 }
IF (a > 3) { a = 2 }
LOCAL q q = v
LOCAL q q = v q = a
LOCAL q q = 2 q = v
LOCAL q q = 0 q = v
b = 0
b = 0 + v
k = (1e-2)*i*area
a = PI
b = arr[0]
b = 1(mV)
a = 10(/mV)*v
a = m
FUNCTION f(x (mV)) (ms) { f = 1 }
FUNCTION f(x (mV)) (ms) { f = c }
FUNCTION f(x (mV)) { f = x/b }
DERIVATIVE s { m' = (1-m)/c }
DERIVATIVE s { m' = 3 }
DERIVATIVE s { m' = d*m }
DERIVATIVE s { y' = y/c }
PROCEDURE p() { a = zz }
PROCEDURE p() { c = t }
PROCEDURE p() { c = dt }
NET_RECEIVE(w (mV)) { b = w }
NET_RECEIVE(w) { a = w net_send(c, 1) }
NET_RECEIVE(w) { a = flag net_event(t) }
PROCEDURE p() { TABLE a FROM -100 TO 100 WITH 200 a = 1 }
PROCEDURE p() { TABLE a DEPEND v FROM -100(mV) TO 100(mV) WITH 200 a = 1 }
a = -v/b
a = (v+b)/b
a = ((v+b)/b)^2
b = v^1
c = 1(ms)
c = 1/(d)
c = 1/(2*d)
c = 1/(2+3)
c = (1/(2+3))
b = (v)
b = (3 + 4)
b = 1e-3*v
b = (1)*v
b = (0.5 + 0.5)*v
b = 5*3 - 3
a = !v
a = (v > b)
c = tau
FROM j = 0 TO v { a = 1 }
FROM j = 0 TO 2 { arr[j] = v }
printf("%g", a)
a = 3 (mV)/b
NET_RECEIVE(w) { state_discontinuity(b, b + 1) }
NET_RECEIVE(w) { state_discontinuity(b, c) }
LOCAL q a = q
NET_RECEIVE(w) { WATCH (v > 3) 2 }
a = random()
a = (v)/(b)
b = (v - b)/(1)
b = (v - b)*(1)
a = exp((v + 3)/(5(mV)))
a = (5 (mV))/v
b = (5 (mV))
a = (v > 0) * a
a = (v > 0 && a < 3)
"""

MISFITS = """
a = v
a = v/10
a = exp(v)
a = 2*v
i = (0.001)*g*(v-e)
i = g*v*(1e-3)
i = (1e3)*g*v
a = celsius
a = celsius/10
a = 3^((celsius-6.3)/10)
b = v^2
a = v^2
a = sqrt(v*v)
b = sqrt(v*v)
b = fabs(v)
a = fabs(v)
LOCAL q q = v a = q
k = i
k = i*area
k = (100)*i*area
a = F2
a = FARADAY
a = arr[a]
a = arr[v]
a = arr[1]
b = (1)
b = (mV)
m = v
a = log(v)
a = pow(v,2)
b = pow(v,1)
a = sin(v)
IF (v > a) { a = 1 }
IF (v > a + b) { a = 1 }
IF (exp(v) > 1) { a = 1 }
IF (v > exp(v/b)) { a = 1 }
b = v + a
b = a + v
c = v
FUNCTION f(x (mV)) (ms) { f = x }
FUNCTION f(x (mV)) { f = x }
FUNCTION f(x) { f = v }
FUNCTION f(x) { f = x + v }
DERIVATIVE s { m' = (1-m)/a }
DERIVATIVE s { m' = (1-m)/3 }
DERIVATIVE s { y' = y }
DERIVATIVE s { m' = v/c }
PROCEDURE p() { UNITSOFF a = v UNITSON b = a }
PROCEDURE p() { a = f(v) }
PROCEDURE p() { b = zz }
PROCEDURE p() { a = t }
PROCEDURE p() { net_send(v, 1) }
PROCEDURE p() { at_time(v) }
NET_RECEIVE(w) { b = w }
NET_RECEIVE(w) { net_send(a, 1) }
b = v^a
a = b^-1
a = 2^v
a = v^0
c = 1/(a+3)
c = 1/(a)
c = (2)
b = (2)*3
b = 2*(3)
b = 1/(exp(v/b))
b = 0.5*(1 + a)
b = 2 + a
b = 5 - 3*a
b = (v > b)
b = tau
c = n0
b = n0
WHILE (v > a) { a = 1 }
printf("%g", v)
b = 1(1)
b = R
b = v + (mV)*3
b = 3 (mV) + a
NET_RECEIVE(w) { net_event(v) }
NET_RECEIVE(w) { net_move(v) }
NET_RECEIVE(w) { net_move(a) }
a = v^0.5
b = 3^a
b = a^2.5
c = 3 + 2(mV)
b = f(1)
PROCEDURE p(x) { LOCAL q q = q + v }
LOCAL q b = q
LOCAL q c = q + v
LOCAL q IF (v > b) { q = v } ELSE { q = c } b = q
NET_RECEIVE(w) { INITIAL { b = w } }
NET_RECEIVE(w) { WATCH (v > a) 2 }
a = area
b = celsius
BREAKPOINT { SOLVE s METHOD cnexp i = v }
a = fmod(v,b)
b = sqrt(2)
b = fabs(2)
b = v + exp(1)
b = min(v,b)
b = (v - b)*(0.5)
b = v - b*(2)
b = (10)
a = exp((v + 3)/(5))
a = (5 (mV))
b = -(3)
a = -(3)
"""


def module(line: str) -> Source:
    block = line if line.startswith(("DER", "FUN", "PRO", "NET", "BRE")) else f"PROCEDURE p() {{ {line} }}"
    return Source("x.mod", f"{HEAD}{block}\n")


@pytest.mark.parametrize("line", FITS.split("\n")[1:-1])
def test_fitting_units_are_accepted(line: str) -> None:
    assert not check_units(module(line)).errors


@pytest.mark.parametrize("line", MISFITS.split("\n")[1:-1])
def test_other_units_are_refused(line: str) -> None:
    assert check_units(module(line)).errors


def test_the_message_names_both_units_and_the_place() -> None:
    (text,) = render(check_units(module("a = 2*b")))
    assert text.startswith("x.mod:7:21: the units do not fit: this has mV, no unit is needed\n")


def test_a_missing_factor_is_named() -> None:
    (text,) = render(check_units(module("k = i*area")))
    assert "a conversion factor is missing: (0.01)*(...) makes it nA" in text


def test_undeclared_names_are_warned_of() -> None:
    findings = check_units(module("a = zz"))
    assert [finding.message for finding in findings.warnings] == ["zz is not declared; it counts as having no unit"]


def test_unknown_units_are_refused_where_they_are_declared() -> None:
    (error,) = check_units(Source("x.mod", "STATE { a (foo) }\n")).errors
    assert error.message == "unknown unit (foo): the UNITS block must define it"


KINETIC = """NEURON { SUFFIX x }
UNITS { (molar) = (1/liter) (mM) = (millimolar) (um) = (micron) }
PARAMETER { r = 1 (/ms) q = 1 (mM/ms) vol = 1 (um2) k1 = 1 (um2/ms) k2 = 1 (/mM-ms) }
STATE { a (mM) b (mM) c (mM) }
KINETIC s { %s }
"""


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        ("~ a <-> b (r, r)", True),
        ("~ a + b <-> c (k2, r)", True),
        ("~ a + b <-> c (r, r)", False),
        ("~ a << (q)", True),
        ("~ a << (r)", False),
        ("COMPARTMENT vol {a b} ~ a <-> b (k1, k1)", True),
        ("COMPARTMENT (1e10)*vol {a b} ~ a <-> b (k1, k1)", False),
        ("COMPARTMENT (1e10)*vol {a b} ~ a <-> b ((1e10)*k1, (1e10)*k1)", True),
        ("COMPARTMENT vol {a} ~ a <-> b (k1, k1)", False),
        ("COMPARTMENT vol {a b} ~ a <-> b (k1, k1) CONSERVE a + b = 3 (mM)*vol", True),
        ("COMPARTMENT vol {a b} ~ a <-> b (k1, k1) CONSERVE a + b = 3 (mM)", False),
    ],
)
def test_reactions(body: str, fits: bool) -> None:
    assert (not check_units(Source("x.mod", KINETIC % body)).errors) == fits
