"""Graphs have NEURON's names, and numbers start again when all are gone."""

from neuron import h

graphs = [h.Graph(), h.Graph(0), h.Graph("text"), h.Graph(1, 2)]
print(graphs, h.List("Graph").count())
del graphs[1]
print(h.Graph(), h.List("Graph").count())
graphs.clear()
print(h.Graph())
