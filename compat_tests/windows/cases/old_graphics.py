"""hoc's first graphics: plot, axis, plt, graph."""

from neuron import h

soma = h.Section(name="soma")
print(h.plot())
print(h.plot(1), h.plot(1, 2), h.plot(1, 2, 3), h.axis(0, 1, 2, 0, 1, 2), h.plt(1, 2, 3), h.plt(-1), h.plotx(2), h.ploty(3))
print(h.graph(), h.graph("t", "v"), h.regraph(soma(0.5)._ref_v))
for action in (lambda: h.plotx(), lambda: h.plt(1), lambda: h.graph(1), lambda: h.plot("x"), lambda: h.show_winio()):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split(";")[0])
