"""newPlotV and its like put Graphs into graphList, which a run empties."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
for make in (h.newPlotV, h.newPlotI, h.newPlotS, h.newvectorplot, h.newshapeplot, h.newphaseplane):
    print(make(), h.graphItem)
print(h.newPlot(0, 1, -1, 1), h.graphItem, h.temp_string_)
print([graphs.count() for graphs in h.graphList], h.flush_list.count(), h.fast_flush_list.count())
h.tstop_changed()
print(h.graphItem)
print(h.addplot(h.graphItem, 1), h.graphList[1].count())
h.stdinit()
print([graphs.count() for graphs in h.graphList], h.flush_list.count(), h.fast_flush_list.count())
