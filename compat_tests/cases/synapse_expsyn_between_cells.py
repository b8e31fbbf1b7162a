"""ExpSyn driven through a NetCon from an HH cell's voltage, threshold and delay set."""
from neuron import h

h.load_file("stdrun.hoc")
pre, post = h.Section(name="pre"), h.Section(name="post")
for sec in (pre, post):
    sec.L = sec.diam = 20
    sec.insert("hh")
clamp = h.IClamp(pre(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 20, 0.6
synapse = h.ExpSyn(post(0.5))
synapse.tau = 1.5
connection = h.NetCon(pre(0.5)._ref_v, synapse, sec=pre)
connection.threshold, connection.delay, connection.weight[0] = -10, 1.3, 0.03
spikes_pre = h.Vector()
connection.record(spikes_pre)
watch = h.NetCon(post(0.5)._ref_v, None, sec=post)
spikes_post = h.Vector()
watch.record(spikes_post)
v_pre = h.Vector().record(pre(0.5)._ref_v)
v_post = h.Vector().record(post(0.5)._ref_v)
g = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(30)
result = {"v_pre": v_pre, "v_post": v_post, "g": g, "spikes_pre": spikes_pre, "spikes_post": spikes_post}
