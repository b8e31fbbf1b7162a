"""A sample sees the events before it: at the start of a step, at its end, at the end of a run, several in one step."""

from neuron import h

h.load_file("stdrun.hoc")
section = h.Section(name="section")
section.insert("pas")
synapse = h.ExpSyn(section(0.5))
stimulus = h.NetStim()
stimulus.start, stimulus.interval, stimulus.number, stimulus.noise = 1, 1, 3, 0
times = h.Vector([1.985, 1.991, 2.006, 2.0125, 2.9, 3.006, 3.99])
for delay in (0.9875, 0.99, 1.0, 1.0124, 1.013):
    connection = h.NetCon(stimulus, synapse)
    connection.delay, connection.weight[0] = delay, 0.1
    g_by_interval = h.Vector().record(synapse._ref_g, 0.1)
    g_at_times = h.Vector().record(synapse._ref_g, times)
    i_by_interval = h.Vector().record(synapse._ref_i, 0.1)
    g = h.Vector().record(synapse._ref_g)
    h.finitialize(-65)
    h.continuerun(2.5)
    print(delay, *(f"{x:.9g}" for x in g_by_interval))
    h.continuerun(4)
    for samples in (g_by_interval, g_at_times, i_by_interval, g):
        print(*(f"{x:.9g}" for x in samples))
    h.finitialize(-65)
    while h.t < 3:
        h.fadvance()
    print(*(f"{x:.9g}" for x in g_by_interval))
    del connection
