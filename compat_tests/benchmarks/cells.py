"""Cells as people write them, in hoc and in Python, whose building is timed: each is made many times.

A cell program defines `build(n)`, which makes n cells and keeps them, and `clear()`, which lets go of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from compat_tests.benchmarks import object_cells

BALL_STICK = """
load_file("stdlib.hoc")
begintemplate BallStick
public soma, dend, all, synlist, connect2target, position, is_art, x, y, z
create soma, dend
objref synlist, all
external lambda_f
proc init() {
  topol()
  subsets()
  geom()
  biophys()
  geom_nseg()
  synlist = new List()
  synapses()
  x = y = z = 0
}
proc topol() {
  connect dend(0), soma(1)
  soma { pt3dclear() pt3dadd(0, 0, 0, 1) pt3dadd(15, 0, 0, 1) }
  dend { pt3dclear() pt3dadd(15, 0, 0, 1) pt3dadd(105, 0, 0, 1) }
}
proc subsets() {
  all = new SectionList()
  soma all.append()
  dend all.append()
}
proc geom() {
  soma { L = diam = 12.6157 }
  dend { L = 200  diam = 1 }
}
proc geom_nseg() {
  forsec all { nseg = int((L/(0.1*lambda_f(100))+.9)/2)*2 + 1 }
}
proc biophys() {
  forsec all { Ra = 100  cm = 1 }
  soma {
    insert hh
    gnabar_hh = 0.12
    gkbar_hh = 0.036
    gl_hh = 0.0003
    el_hh = -54.3
  }
  dend { insert pas  g_pas = 0.001  e_pas = -65 }
}
proc position() { local i
  soma for i = 0, n3d()-1 { pt3dchange(i, $1-x+x3d(i), $2-y+y3d(i), $3-z+z3d(i), diam3d(i)) }
  x = $1  y = $2  z = $3
}
obfunc connect2target() { localobj nc
  soma nc = new NetCon(&v(1), $o1)
  nc.threshold = 10
  return nc
}
proc synapses() {
  dend synlist.append(new ExpSyn(0.8))
  synlist.object(0).tau = 2
}
func is_art() { return 0 }
endtemplate BallStick
objref ring_cells, ring_cons
proc build() { local i
  ring_cells = new List()
  ring_cons = new List()
  for i = 0, $1-1 {
    ring_cells.append(new BallStick())
    ring_cells.o(i).position(i, 0, 0)
  }
  for i = 0, $1-1 {
    ring_cons.append(ring_cells.o(i).connect2target(ring_cells.o((i+1)%$1).synlist.o(0)))
    ring_cons.o(i).delay = 5
    ring_cons.o(i).weight = 0.004
  }
}
proc clear() { objref ring_cons, ring_cells }
"""
"""What CellBuilder exports, with the network of NEURON's tutorial: synapses, positions, connections in a ring."""

PYRAMIDAL = """
begintemplate Pyramidal
public soma, axon, dend, apic, all, basal, apical, axonal
create soma[1], axon[2], dend[20], apic[15]
objref this, all, basal, apical, axonal
proc init() { local i
  for i = 0, 1 connect axon[i](0), soma[0](0)
  for i = 0, 19 { if (i < 5) { connect dend[i](0), soma[0](0) } else { connect dend[i](0), dend[int((i-5)/3)](1) } }
  connect apic[0](0), soma[0](1)
  for i = 1, 14 connect apic[i](0), apic[int((i-1)/2)](1)
  lists()
  shape()
  forsec all { insert pas  Ra = 150  cm = 1  e_pas = -70  g_pas = 1/20000 }
  channels()
}
proc lists() { local i
  all = new SectionList()
  basal = new SectionList()
  apical = new SectionList()
  axonal = new SectionList()
  forall all.append()
  for i = 0, 19 dend[i] basal.append()
  forsec "apic" apical.append()
  for i = 0, 1 axon[i] axonal.append()
}
proc shape() { local i
  soma[0] { L = 20  diam = 15  nseg = 1 }
  for i = 0, 1 axon[i] { L = 100  diam = 1  nseg = 3 }
  for i = 0, 19 dend[i] { L = 80 + i  diam = 1.5  nseg = 3 }
  for i = 0, 14 apic[i] { L = 120 - i  diam = 2  nseg = 5 }
}
proc channels() { local x
  soma[0] { insert hh  gnabar_hh = 0.1  gkbar_hh = 0.03  gl_hh = 0  ena = 55  ek = -90 }
  forsec axonal { insert hh  gnabar_hh = 0.3  gkbar_hh = 0.06  gl_hh = 0  ena = 55  ek = -90 }
  forsec basal { insert hh  gnabar_hh = 0.02  gkbar_hh = 0.01  gl_hh = 0  ena = 55  ek = -90  cm = 1.5 }
  soma[0] distance()
  forsec apical {
    insert hh
    gl_hh = 0
    ena = 55
    ek = -90
    for (x, 0) {
      gnabar_hh(x) = 0.03 - 0.00001 * distance(x)
      if (distance(x) > 200) { gkbar_hh(x) = 0.005 } else { gkbar_hh(x) = 0.01 + distance(x) * 0.00002 }
    }
  }
}
endtemplate Pyramidal
objref pyramids
proc build() { local i
  pyramids = new List()
  for i = 0, $1-1 pyramids.append(new Pyramidal())
}
proc clear() { objref pyramids }
"""
"""A cell of 38 sections with lists of sections and densities that depend on the distance from the soma."""


def _traced_cell() -> str:
    """Returns a template whose shape is a reconstruction, in the manner of exported cells: procedures full of points."""
    branches = 24
    lines = ["begintemplate Traced", "public soma, dend, all", f"create soma, dend[{branches}]", "objref all"]
    lines += ["proc init() {", "  topology_()", "  points_0()", "  points_1()", "  groups()", "  membrane()", "}"]
    lines.append("proc topology_() { local i")
    lines += [f"  connect dend[{k}](0), soma({0.5 if k % 2 else 1})" for k in range(4)]
    lines += [f"  connect dend[{k}](0), dend[{(k - 4) // 2}](1)" for k in range(4, branches)]
    lines += ["}", "proc points_0() {", "  soma {", "    pt3dclear()"]
    lines += [f"    pt3dadd({-7.5 + 5 * k}, 0, 0, {12 + k})" for k in range(4)]
    lines.append("  }")
    for branch in range(branches):
        if branch == branches // 2:
            lines += ["}", "proc points_1() {"]
        lines += [f"  dend[{branch}] {{", "    pt3dclear()"]
        lines += [f"    pt3dadd({branch}.5, {k * 7.25}, {-k * 1.5}, {2 - k * 0.1:.1f})" for k in range(10)]
        lines.append("  }")
    lines += ["}", "proc groups() { local i", "  all = new SectionList()", "  soma all.append()"]
    lines += [f"  for i = 0, {branches - 1} dend[i] all.append()", "}", "proc membrane() {"]
    lines += ["  forsec all { insert pas  Ra = 100  cm = 1  g_pas = 0.0001  e_pas = -65  nseg = 1 + 2*int(L/40) }"]
    lines += ["  soma { insert hh  gnabar_hh = 0.1 }", "}", "endtemplate Traced", "objref traced"]
    lines += ["proc build() { local i", "  traced = new List()", "  for i = 0, $1-1 traced.append(new Traced())", "}"]
    lines += ["proc clear() { objref traced }"]
    return "\n".join(lines) + "\n"


TRACED = _traced_cell()

PYTHON_BALL_STICK = """
class BallAndStick:
    def __init__(self, gid):
        self.gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.all = self.soma.wholetree()
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L = 200
        self.dend.diam = 1
        for sec in self.all:
            sec.Ra = 100
            sec.cm = 1
        self.soma.insert("hh")
        for seg in self.soma:
            seg.hh.gnabar = 0.12
            seg.hh.gkbar = 0.036
            seg.hh.gl = 0.0003
            seg.hh.el = -54.3
        self.dend.insert("pas")
        for seg in self.dend:
            seg.pas.g = 0.001
            seg.pas.e = -65
        self.syn = h.ExpSyn(self.dend(0.5))
        self.syn.tau = 2
        self.ncs = []

    def __repr__(self):
        return f"BallAndStick[{self.gid}]"


def build(n):
    global cells
    cells = [BallAndStick(k) for k in range(n)]
    for source, target in zip(cells, cells[1:] + cells[:1]):
        nc = h.NetCon(source.soma(0.5)._ref_v, target.syn, sec=source.soma)
        nc.weight[0] = 0.04
        nc.delay = 5
        target.ncs.append(nc)


def clear():
    cells.clear()
"""
"""The cell of NEURON's Python tutorial."""

PYTHON_PYRAMIDAL = """
class Pyramid:
    def __init__(self):
        self.soma = h.Section(name="soma", cell=self)
        self.soma.L = self.soma.diam = 18.0
        self.apical = [h.Section(name=f"apical[{k}]", cell=self) for k in range(15)]
        self.basal = [h.Section(name=f"basal[{k}]", cell=self) for k in range(10)]
        for k, sec in enumerate(self.apical):
            sec.connect(self.apical[(k - 1) // 2](1) if k else self.soma(1))
            sec.nseg = 5
            sec.L = 90.0
            sec.diam = 2.0
        for k, sec in enumerate(self.basal):
            sec.connect(self.soma(0))
            sec.nseg = 3
            sec.L, sec.diam = 120.0, 1.5
        for sec in [self.soma, *self.apical, *self.basal]:
            sec.Ra = 150.0
            sec.cm = 1.0
            sec.insert(h.pas)
            sec.g_pas = 5e-5
            sec.e_pas = -70.0
            sec.insert(h.hh)
            sec.ena, sec.ek = 55.0, -90.0
        h.distance(0, self.soma(0.5))
        for sec in self.apical:
            for seg in sec:
                seg.hh.gnabar = 0.03 - 1e-5 * h.distance(seg)
                seg.gkbar_hh = 0.01
        for sec in self.basal:
            sec.gnabar_hh = 0.02


def build(n):
    global cells
    cells = [Pyramid() for _ in range(n)]


def clear():
    cells.clear()
"""
"""A cell of 26 sections, densities by distance."""


@dataclass(frozen=True)
class Cells:
    """Cells to be made.

    Attributes:
        text: The code that defines `build`.
        repeats: How many in one run.
        python: Whether it is Python, not hoc.
    """

    text: str
    repeats: int
    python: bool = False


CELLS = {
    "tutorial's cell in hoc": Cells(BALL_STICK, 500),
    "pyramidal cell in hoc": Cells(PYRAMIDAL, 40),
    "traced cell in hoc": Cells(TRACED, 40),
    "tutorial's cell in Python": Cells(PYTHON_BALL_STICK, 500, python=True),
    "pyramidal cell in Python": Cells(PYTHON_PYRAMIDAL, 40, python=True),
    "cell with synapses in hoc": Cells(object_cells.SYNAPTIC, 500),
    "connected cell in hoc": Cells(object_cells.CONNECTED, 500),
    "recorded cell in hoc": Cells(object_cells.RECORDED, 500),
    "cell with synapses in Python": Cells(object_cells.PYTHON_SYNAPTIC, 500, python=True),
    "IntFire1 with 100 connections in Python": Cells(object_cells.PYTHON_INTFIRE, 500, python=True),
}
