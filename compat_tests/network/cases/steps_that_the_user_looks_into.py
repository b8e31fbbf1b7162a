"""extra_scatter_gather: what a callable sees within a step, beside use_fast_imem, and what it writes."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.nseg = 3
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.05, 10, 0.1
synapse = h.ExpSyn(soma(0.2))
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.03, 0.06, 5
link = h.NetCon(stim, synapse)
link.delay, link.weight[0] = 0, 0.01
cvode = h.CVode()
cvode.use_fast_imem(1)
times, v = h.Vector().record(h._ref_t), h.Vector().record(soma(0.5)._ref_v)
currents = h.Vector().record(soma(0.2)._ref_i_membrane_)
pointers, gathered = h.PtrVector(3), h.Vector(3)
for k, segment in enumerate(soma):
    pointers.pset(k, segment._ref_i_membrane_)
seen, order = [], []


def look():
    order.append(f"look {h.t:.3f}")
    here = soma(0.2)
    pointers.gather(gathered)
    seen.extend([here.v, here.i_membrane_, here.hh.m, here.ina, here.hh.mtau, times.size(), clamp.i, synapse.g, synapse.i])
    seen.extend(gathered)


def write():
    order.append("write")
    soma(0.5).v += 1
    soma(0.8).hh.m = 0.3


def never():
    order.append("never")


cvode.extra_scatter_gather(0, look)
cvode.extra_scatter_gather(1, never)
h.finitialize(-65)
for _ in range(5):
    order.append("advance")
    h.fadvance()
cvode.extra_scatter_gather(0, write)
cvode.event(0.2, lambda: order.append("event"))
h.continuerun(0.3)
cvode.extra_scatter_gather_remove(look)
h.fadvance()
cvode.extra_scatter_gather_remove(write)
h.fadvance()
messages = []
for given in ((2, look), (0,), (0, 3), ("a", look), (0, None), (0, h.Vector())):
    try:
        cvode.extra_scatter_gather(*given)
    except RuntimeError as error:
        messages.append(str(error).split(" 0x")[0])
result = {
    "order": order,
    "seen": [float(x) for x in seen],
    "t": list(times),
    "v": list(v),
    "i_membrane_": list(currents),
    "messages": messages,
}
