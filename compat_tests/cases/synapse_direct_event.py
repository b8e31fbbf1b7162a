"""NetCon.event queues an event by hand, from an FInitializeHandler."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.ExpSyn(soma(0.5))
synapse.tau = 1
connection = h.NetCon(None, synapse)
connection.weight[0] = 0.01

def queue_events():
    for when in (3, 1, 1, 2.01, 0):
        connection.event(when)

handler = h.FInitializeHandler(queue_events)
g = h.Vector().record(synapse._ref_g)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(5)
result = {"g": g, "v": v, "delay": connection.delay, "threshold": connection.threshold}
