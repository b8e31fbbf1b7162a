"""NetCons without a source share a Vector for spike times that never come; without a target there is none."""
from neuron import h

h.load_file("stdrun.hoc")
section = h.Section(name="section")
synapse = h.ExpSyn(section(0.5))
times, ids = h.Vector(), h.Vector()
first, second, neither = h.NetCon(None, synapse), h.NetCon(None, synapse), h.NetCon(None, None)
lines = []

def attempt(action):
    try:
        lines.append(repr(action()))
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{kind}: {problem}")

attempt(lambda: first.record(times))
attempt(first.get_recordvec)
attempt(second.get_recordvec)
attempt(lambda: second.record(lambda: lines.append("heard")))
attempt(lambda: neither.record(times))
attempt(neither.get_recordvec)
first.weight[0] = second.weight[0] = 0.1
start = h.FInitializeHandler(0, lambda: (first.event(2), second.event(3)))
h.finitialize(-65)
h.continuerun(5)
attempt(lambda: (list(times), section(0.5).v))
attempt(lambda: first.record(times, ids))
h.finitialize(-65)
h.continuerun(5)
attempt(lambda: (list(times), list(ids)))
attempt(first.record)
attempt(second.get_recordvec)
result = {"lines": lines}
