"""Cells that consist of objects: point processes, connections, Vectors and Lists, in hoc and in Python (see `cells`)."""

from __future__ import annotations

SYNAPTIC = """
begintemplate Synaptic
public soma, dend, synlist, clamp
create soma, dend
objref synlist, syn, clamp
proc init() { local i
  connect dend(0), soma(1)
  soma { L = diam = 20  insert pas }
  dend { nseg = 5  L = 200  diam = 2  insert pas }
  synlist = new List()
  for i = 0, 7 {
    dend syn = new Exp2Syn(0.1 + 0.1*i)
    syn.tau1 = 0.5
    syn.tau2 = 2 + i
    syn.e = 0
    synlist.append(syn)
  }
  for i = 0, 3 soma synlist.append(new ExpSyn(0.5))
  soma { clamp = new IClamp(0.5)  clamp.del = 5  clamp.dur = 100  clamp.amp = 0.1 }
}
endtemplate Synaptic
objref synaptics
proc build() { local i
  synaptics = new List()
  for i = 0, $1-1 synaptics.append(new Synaptic())
}
proc clear() { objref synaptics }
"""
"""A cell of two sections with 13 point processes."""

CONNECTED = """
begintemplate Wired
public soma, syn, nclist, connect2target, connect_from
create soma
objref syn, nclist, nil
proc init() {
  soma { L = diam = 20  insert hh  syn = new ExpSyn(0.5) }
  nclist = new List()
}
obfunc connect2target() { localobj nc
  soma nc = new NetCon(&v(0.5), $o1)
  nc.threshold = -20
  nc.delay = $2
  nc.weight = 0.01
  return nc
}
proc connect_from() { localobj nc
  nc = $o1.connect2target(syn, $2)
  nclist.append(nc)
}
endtemplate Wired
objref wired, stims, inputs
proc build() { local i, k  localobj nc, stim
  wired = new List()
  stims = new List()
  inputs = new List()
  for i = 0, $1-1 wired.append(new Wired())
  for i = 0, $1-1 {
    for k = 1, 20 wired.o(i).connect_from(wired.o((i + k) % $1), 1 + k/10)
    stim = new NetStim()
    stim.number = 5
    stim.start = i
    stims.append(stim)
    inputs.append(new NetCon(stim, wired.o(i).syn, 0, 1, 0.02))
  }
}
proc clear() { objref inputs, wired, stims }
"""
"""Point cells with twenty connections each, made by a method of the sender, and a generator for each."""

RECORDED = """
begintemplate Recorded
public soma, vrec, spikes, tvec, values, noise
create soma
objref vrec, spikes, tvec, values, noise, nc, nil, tmp, this
strdef name
proc init() { local i
  sprint(name, "cell%d", $1)
  soma { L = diam = 20  insert hh }
  vrec = new Vector()
  tvec = new Vector(10)
  spikes = new Vector()
  values = new List()
  for i = 0, 4 {
    tmp = new Vector(3)
    tmp.x[0] = i
    tmp.x[2] = $1
    values.append(tmp)
  }
  noise = new Random($1)
  noise.uniform(0, 1)
  tvec.append(noise.repick())
  soma nc = new NetCon(&v(0.5), nil)
  nc.record(spikes)
}
endtemplate Recorded
objref recorded
proc build() { local i
  recorded = new List()
  for i = 0, $1-1 recorded.append(new Recorded(i))
}
proc clear() { objref recorded }
"""
"""A point cell with eight Vectors, a List, a Random and a recorded connection."""

PYTHON_SYNAPTIC = """
class Synaptic:
    def __init__(self, gid):
        self.soma = h.Section(name="soma", cell=self)
        self.soma.L = self.soma.diam = 20
        self.soma.insert("hh")
        self.synapses = []
        for k in range(6):
            synapse = h.Exp2Syn(self.soma(0.5))
            synapse.tau1, synapse.tau2, synapse.e = 0.5, 2.0 + k, 0
            self.synapses.append(synapse)
        self.stim = h.NetStim()
        self.stim.number, self.stim.start, self.stim.interval = 5, gid, 10
        self.clamp = h.IClamp(self.soma(0.5))
        self.clamp.delay, self.clamp.dur, self.clamp.amp = 1, 5, 0.1
        self.connections, self.spikes = [], h.Vector()
        self.detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        self.detector.threshold = -10
        self.detector.record(self.spikes)
        first = h.NetCon(self.stim, self.synapses[0])
        first.delay, first.weight[0] = 2, 0.01
        self.connections.append(first)

    def connect(self, target, k):
        connection = h.NetCon(self.soma(0.5)._ref_v, target.synapses[k % 6], sec=self.soma)
        connection.weight[0] = 0.01
        connection.delay = 1 + k
        target.connections.append(connection)


def build(n):
    global cells
    cells = [Synaptic(gid) for gid in range(n)]
    for k, cell in enumerate(cells):
        for away in range(1, 11):
            cell.connect(cells[(k + away) % n], away)


def clear():
    cells.clear()
"""
"""A point cell with eight point processes and ten connections, in Python."""

PYTHON_INTFIRE = """
def build(n):
    global cells, connections
    cells = [h.IntFire1() for _ in range(n)]
    connections = []
    for k, cell in enumerate(cells):
        cell.tau, cell.refrac = 10, 2
        connections += [h.NetCon(cells[(k + 7 * away) % n], cell, 0, 1 + 0.1 * away, 0.02) for away in range(1, 101)]
    build.section = h.Section(name="last")


def clear():
    cells.clear()
    connections.clear()
"""
"""Artificial cells with a hundred connections each, all by one call."""
