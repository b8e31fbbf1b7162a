"""NetCons with wrong sources and targets, and wrong weights."""
from neuron import h

soma = h.Section(name="soma")
synapse, clamp, stim = h.ExpSyn(soma(0.5)), h.IClamp(soma(0.5)), h.NetStim()
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("no arguments", lambda: h.NetCon())
attempt("numbers", lambda: h.NetCon(1, 2))
attempt("target section", lambda: h.NetCon(stim, soma))
attempt("target without NET_RECEIVE", lambda: h.NetCon(stim, clamp))
attempt("source clamp", lambda: h.NetCon(clamp, synapse))
attempt("source section", lambda: h.NetCon(soma, synapse))
attempt("voltage without sec", lambda: str(h.NetCon(soma(0.5)._ref_v, synapse)).split("[")[0])
connection = h.NetCon(stim, synapse)
attempt("weight[1]", lambda: connection.weight[1])
attempt("weight[-1]", lambda: connection.weight[-1])
attempt("weight = 3", lambda: setattr(connection, "weight", 3))
attempt("delay = -1", lambda: setattr(connection, "delay", -1))
attempt("delay", lambda: connection.delay)
attempt("event without time", lambda: connection.event())
attempt("record(3)", lambda: connection.record(3))
attempt("foo", lambda: connection.foo)
result = {"lines": lines}
