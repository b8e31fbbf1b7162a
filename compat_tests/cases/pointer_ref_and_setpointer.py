"""h.ref, _ref_ pointers to globals, segments and mechanisms; reading and writing through them."""
from neuron import h

soma = h.Section(name="soma")
soma.insert("hh")
number, text = h.ref(3.5), h.ref("word")
number[0] += 1
text[0] = "sentence"
pointer = soma(0.5)._ref_v
pointer[0] = -33
t = h._ref_t
t[0] = 2.5
celsius = h._ref_celsius
h.celsius = 21
gate = soma(0.5).hh._ref_m
gate[0] = 0.25
vector = h.Vector([1, 2, 3])
element = vector._ref_x[1]
element[0] = 20
result = {
    "numbers": [number[0], soma(0.5).v, pointer[0], h.t, t[0], celsius[0], soma(0.5).m_hh, vector[1]],
    "texts": [str(number), str(text), text[0]],
}
