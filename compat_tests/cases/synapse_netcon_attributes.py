"""What a NetCon tells of itself: pre, syn, weights, wcnt, valid, segments."""
from neuron import h

soma = h.Section(name="soma")
synapse = h.ExpSyn(soma(0.5))
stim = h.NetStim()
connections = {
    "stim to synapse": h.NetCon(stim, synapse, 3, 2.5, 0.125),
    "voltage to synapse": h.NetCon(soma(0.5)._ref_v, synapse, sec=soma),
    "stim to nothing": h.NetCon(stim, None),
    "nothing to synapse": h.NetCon(None, synapse),
    "voltage to nothing": h.NetCon(soma(0.5)._ref_v, None, sec=soma),
}
facts = []
for name, connection in connections.items():
    facts.append(f"{name}: {connection} pre {connection.pre()} syn {connection.syn()} valid {connection.valid()}")
    facts.append(f"threshold {connection.threshold} delay {connection.delay} weights {connection.wcnt()}")
    facts.append(f"active {connection.active()} gid {connection.srcgid()} segments {connection.preseg()} {connection.postseg()}")
    facts.append(f"cells {connection.precell()} {connection.postcell()} list {connection.synlist().count()}")
result = {"facts": facts, "weight": connections["stim to synapse"].weight[0]}
