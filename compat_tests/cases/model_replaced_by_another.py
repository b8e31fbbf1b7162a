"""A model is thrown away and another built in its place: nothing of the first is left."""

from neuron import h

h.load_file("stdrun.hoc")


def run(threshold: float, n_cell: int) -> tuple:
    cells = [h.Section(name=f"cell{i}") for i in range(n_cell)]
    for i, cell in enumerate(cells):
        cell.L = cell.diam = 20
        cell.insert("hh")
        if i:
            cell.connect(cells[i - 1](1))
    synapse = h.ExpSyn(cells[-1](0.5))
    stimulus = h.NetStim()
    stimulus.start, stimulus.number = 1, 1
    clamp = h.IClamp(cells[0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 1.5
    h.finitialize(-65)
    h.continuerun(2)
    # connections come after a run without any
    first, second = h.NetCon(cells[0](0.5)._ref_v, synapse, sec=cells[0]), h.NetCon(stimulus, synapse)
    first.threshold, first.delay, first.weight[0], second.weight[0] = threshold, 0.5, 0.01, 0.002
    times, g = h.Vector(), h.Vector().record(synapse._ref_g)
    first.record(times)
    h.finitialize(-65)
    h.continuerun(6)
    return [round(t, 9) for t in times], [float(f"{x:.9g}") for x in g][::20], round(cells[-1](0.5).v, 7)


for threshold, n_cell in ((0, 2), (-20, 1)):
    print(*run(threshold, n_cell))
print(len(list(h.allsec())))
