"""How models show their cells: PlotShape in fast_flush_list, colours, movies."""
from neuron import h

h("""
load_file("nrngui.hoc")
create soma, dend
access soma
connect dend(0), soma(1)
forall insert hh
objref ps, sh, syn, list
ps = new PlotShape(0)
ps.size(-100, 100, -100, 100)
ps.variable("v")
ps.scale(-80, 40)
ps.show(0)
ps.exec_menu("Shape Plot")
ps.colormap(3)
ps.colormap(0, 255, 0, 0)
ps.view(-100, -100, 200, 200, 10, 10, 200, 200)
fast_flush_list.append(ps)
ps.save_name("fast_flush_list.")
print fast_flush_list.count, ps.view_count
sh = new Shape()
syn = new ExpSyn(.5)
sh.point_mark(syn, 2)
list = new SectionList()
dend list.append()
sh.color_list(list, 3)
soma sh.color(2)
sh.color_all(1)
sh.observe(list)
sh.action("hoc_ac_ = 1")
tstop = 1
run()
print fast_flush_list.count, t, ps, sh
ps.flush()
ps.fastflush()
ps.printfile("none.ps")
""")
