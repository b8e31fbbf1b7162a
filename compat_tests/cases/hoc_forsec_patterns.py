"""forsec patterns match by prefix; brackets are literal."""
from neuron import h

h("create soma, dend, dend2, adend, apic[3]")
for pattern in ("dend", "apic[1]", "apic", ".*dend", "so"):
    h(f'print "{pattern}:"')
    h(f'forsec "{pattern}" print secname()')
result = {}
