"""hoc code whose speed is measured: what has to be there first, a statement, and how often it is run."""

from __future__ import annotations

from dataclasses import dataclass

CELL = """
begintemplate BenchCell
public soma, dend, synapses
create soma, dend[3]
objref synapses
proc init() { local i
  synapses = new List()
  for i = 0, 2 { connect dend[i](0), soma(1) }
  soma { nseg = 1  L = 20  diam = 20  Ra = 100  insert hh }
  for i = 0, 2 dend[i] { nseg = 3  L = 200  diam = 2  insert pas  g_pas = 0.0001  e_pas = -65 }
}
endtemplate BenchCell
objref cells
"""
COUNTER = """
begintemplate BenchCounter
public value, count
func count() { value += $1 return value }
endtemplate BenchCounter
objref counter
counter = new BenchCounter()
x = 0
"""
SECTION = "create soma\naccess soma\ninsert hh\nx = 0\n"
DIVIDED = "create dend\naccess dend\nnseg = 9\ninsert pas\nx = v(.5)\n"
CONNECTED = "create soma\naccess soma\nobjref one, syn\nsyn = new ExpSyn(.5)\n"
VECTOR = "objref vec\nvec = new Vector(100)\nx = 0\n"
DISTANCE = "dend x = distance(.5)"
REPICK = "x = random.repick()"


@dataclass(frozen=True)
class HocProgram:
    """A loop over one statement.

    Attributes:
        declarations: What is executed once.
        statement: What the loop repeats; `i` counts.
        repeats: How often in one run.
        before: A statement before the loop, a part of the run.
    """

    declarations: str
    statement: str
    repeats: int
    before: str = ""

    def text(self) -> str:
        """Returns the procedure `bench` that is one run."""
        loop = f"for i = 0, {self.repeats - 1} {{ {self.statement} }}"
        return f"proc bench() {{ local i\n {self.before}\n {loop}\n}}"


PROGRAMS = {
    "assignment in a loop": HocProgram("x = 0", "x = i * 2", 50_000),
    "if and comparisons": HocProgram("x = 0", "if (i > 3 && i < 9999) { x = i } else { x += 1 }", 50_000),
    "call of a func": HocProgram("func half() { return $1 / 2 }\nx = 0", "x = half(i)", 50_000),
    "call of a proc": HocProgram("proc put() { local a  a = $1 + $2  x = a }\nx = 0", "put(i, 3)", 50_000),
    "element of an array": HocProgram("double bench_array[100]\nx = 0", "bench_array[5] = bench_array[7] + i", 50_000),
    "element of a Vector": HocProgram(VECTOR, "x = vec.x[5]", 50_000),
    "element of a Vector set": HocProgram(VECTOR, "vec.x[5] = i", 50_000),
    "method of a Vector": HocProgram(VECTOR, "x = vec.size()", 50_000),
    "object of a List": HocProgram("objref all, one\nall = new List()\nall.append(all)\n", "one = all.o(0)", 50_000),
    "func of a template": HocProgram(COUNTER, "x = counter.count(i)", 50_000),
    "number of a template": HocProgram(COUNTER, "counter.value = counter.value + 1", 50_000),
    "range variable": HocProgram(SECTION, "x = soma.gnabar_hh(.5)", 20_000),
    "range variable set": HocProgram(SECTION, "soma.gnabar_hh(.5) = .12 + i * 1e-9", 20_000),
    "range variable along a section": HocProgram(DIVIDED, "for (x, 0) g_pas(x) = i * 1e-9", 5_000),
    "voltage set": HocProgram(SECTION, "soma.v(.5) = -65", 20_000),
    "section block": HocProgram(SECTION, "soma { x = v }", 20_000),
    "forall": HocProgram("create a, b, c, d\nx = 0\n", "forall { x += L }", 5_000),
    "distance": HocProgram("create soma, dend\nconnect dend(0), soma(1)\naccess soma\ndistance()\nx = 0\n", DISTANCE, 10_000),
    "element of a table": HocProgram(
        "double bench_table[9][9]\nx = 0", "bench_table[3][i % 9] = bench_table[4][5] + i", 20_000
    ),
    "object of an array": HocProgram("objref some[10], one\none = new List()\n", "some[3] = one", 50_000),
    "string": HocProgram("strdef bench_name\n", 'bench_name = "soma"', 50_000),
    "sprint": HocProgram("strdef bench_name\n", 'sprint(bench_name, "cell %d: %g", i, 2)', 10_000),
    "strcmp": HocProgram('strdef bench_name\nbench_name = "soma"\nx = 0\n', 'x = strcmp(bench_name, "dend")', 10_000),
    "Random.repick": HocProgram("objref random\nrandom = new Random(1)\nrandom.uniform(0, 1)\nx = 0\n", REPICK, 20_000),
    "new List": HocProgram("objref one\n", "one = new List()", 10_000),
    "new Vector": HocProgram("objref one\n", "one = new Vector(10)", 10_000),
    "new ExpSyn": HocProgram(CONNECTED, "one = new ExpSyn(.5)", 5_000),
    "new NetCon": HocProgram(CONNECTED, "one = new NetCon(&v(.5), syn)", 5_000),
    "template cells": HocProgram(CELL, "cells.append(new BenchCell())", 2_000, "cells = new List()"),
}
ASKED = dict.fromkeys(PROGRAMS, 2.0)
"""How many times NEURON's time each may take."""

POINTS = 50_000
POINTS_ASKED = 1.5


def lines_of_points() -> str:
    """Returns hoc code with many 3-D points, one a line, in the manner of exported reconstructions."""
    sections, per_section = 100, POINTS // 100
    lines = [f"create branch[{sections}]"]
    for section in range(sections):
        lines.append(f"branch[{section}] {{ pt3dclear()")
        lines += [f"  pt3dadd({section}.5, {point * 0.25}, {-point}, {1 + point % 7 / 10})" for point in range(per_section)]
        lines.append("}")
    return "\n".join(lines) + "\n"
