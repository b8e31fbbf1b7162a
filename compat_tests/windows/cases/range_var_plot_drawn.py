"""A RangeVarPlot on a Graph, and its plot method with a Graph and with other things."""

from neuron import h

h.load_file("stdrun.hoc")
dend = h.Section(name="dend")
dend.nseg = 3
dend.insert("pas")
plot = h.RangeVarPlot("v", dend(0), dend(1))
g = h.Graph()
print(g.addobject(plot), g.addobject(plot, 2, 1, 0.8, 0.9), g.begin(), g.flush(), plot.plot)
h.flush_list.append(g)
h.tstop = 1
h.run()
print(h.flush_list.count(), plot.plot(g), plot.plot(h.Vector()))
result = {"v": plot.vector()}
dend.v = -64


class Axes:
    def plot(self, x, y, *arguments, **keywords):
        return list(x), list(y), arguments, keywords


print(plot.plot(Axes(), "r", linewidth=3))
try:
    plot.plot(3)
except Exception as error:
    print(type(error).__name__, error)
