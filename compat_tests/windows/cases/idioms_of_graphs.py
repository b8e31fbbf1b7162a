"""How models build their Graphs: arrays of them, procedures that add one, menus executed, sizes asked for."""
from neuron import h

h("""
load_file("nrngui.hoc")
create soma, dend[2]
access soma
soma { L = 15  diam = 15  insert hh }
for i = 0, 1 dend[i] { nseg = 3  insert pas }
connect dend[0](0), soma(1)
connect dend[1](0), dend[0](1)
tstop = 2
objref g[3], gv, vec, xvec, rvp, gl
strdef name
proc addgraph() { local ii
  ngraph += 1
  ii = ngraph - 1
  gl.append(new Graph(0))
  gl.object(ii).size(0, tstop, $2, $3)
  gl.object(ii).view(0, $2, tstop, $3 - $2, 50, 50 + 100 * ii, 300, 200)
  gl.object(ii).addexpr($s1, 1 + ii, 1)
  graphList[0].append(gl.object(ii))
}
ngraph = 0
gl = new List()
addgraph("v(.5)", -80, 40)
addgraph("dend[1].v(.5)", -80, 40)
print ngraph, gl.count, graphList[0].count
for i = 0, 2 {
  g[i] = new Graph()
  g[i].size(0, 10, -1, 1)
  sprint(name, "graph %d", i)
  g[i].label(.5, .9, name)
  g[i].exec_menu("Keep Lines")
}
print g[1], g[2].view_count
double s[4]
g[0].size(&s[0])
print s[0], s[3]
xvec = new Vector(10)
xvec.indgen(0, .1)
vec = xvec.c.apply("exp")
vec.plot(g[0], xvec)
vec.line(g[0], xvec, 2, 2)
vec.mark(g[0], xvec, "S", 4, 3, 1)
vec.label("exp")
vec.ploterr(g[0], xvec, xvec.c.mul(0).add(.1), 5)
rvp = new RangeVarPlot("v")
soma rvp.begin(0)
dend[1] rvp.end(1)
rvp.origin(0)
g[1].addobject(rvp, 2, 1)
print rvp.left, rvp.right
flush_list.append(g[1])
g[2].addvar("soma.m_hh(.5)")
g[2].addvar("label", "soma.h_hh(.5)", 3, 1)
g[2].addvar("by pointer", &soma.n_hh(.5))
graphList[1].append(g[2])
run()
print graphList[0].count, graphList[1].count, flush_list.count, t
objref vx, vy
vx = new Vector()
vy = new Vector()
rvp.to_vector(vy, vx)
print vx.size, vy.size, vx.x[vx.size - 1]
proc erase() { for i = 0, 2 g[i].erase_all() }
erase()
g[0].unmap()
objref g[1]
print g[0]
""")
