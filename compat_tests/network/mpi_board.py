"""Jobs within jobs, messages and what all workers are told, on several hosts or in subworlds of two; the output is sorted."""

import sys

from neuron import h

h.nrnmpi_init()
pc = h.ParallelContext()
if "subworlds" in sys.argv:
    pc.subworlds(2)
print("place", *(int(f()) for f in (pc.id, pc.nhost, pc.id_world, pc.nhost_world, pc.id_bbs, pc.nhost_bbs)), flush=True)


def total(x):
    return x, pc.allreduce(1, 1) if "subworlds" in sys.argv else 1.0, int(pc.nhost())


def nested(x):
    for k in range(2):
        pc.submit(total, 10 * x + k)
    found = []
    while pc.working():
        found.append(pc.pyret()[0])
    return sorted(found)


def tell(text):
    print("told", int(pc.id_world()), text, flush=True)


def posted(x):
    pc.post(f"message {int(x)}", 2 * x, "text")
    return x


pc.runworker()
for x in range(6):
    pc.submit(total, x)
results = []
while pc.working():
    results.append((pc.userid(), pc.pyret()))
print("results", sorted(results), flush=True)
if "subworlds" not in sys.argv:
    for x in range(3):
        pc.submit(100 + x, nested, x)
    results = []
    while pc.working():
        results.append((pc.userid(), pc.pyret()))
    print("nested", sorted(results), flush=True)
    pc.submit(posted, 3)
    number, text = h.ref(0), h.ref("")
    pc.take("message 3", number, text)
    print("taken", number[0], text[0], flush=True)
    while pc.working():
        pass
h("func twice() { return 2 * $1 }")
pc.context(tell, "all")
pc.post("here", 5)
print("looked", pc.look("here"), pc.look("nowhere"), pc.look_take("here"), pc.look("here"), flush=True)
pc.done()
print("done", flush=True)
h.quit()
