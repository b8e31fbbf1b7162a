"""begin, plot and flush in a loop of the user's."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
g = h.Graph()
g.size(0, 5, -80, 0)
g.addvar("v", soma(0.5)._ref_v)
h.finitialize(-65)
print(g.begin())
while h.t < 2:
    h.fadvance()
    g.plot(h.t)
print(g.flush(), g.fastflush(), h.t)
result = {"v": soma(0.5).v}
