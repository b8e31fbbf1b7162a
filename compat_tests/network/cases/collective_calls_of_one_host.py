"""allreduce, allgather, alltoall, broadcast and their py_ forms with one host."""

from neuron import h

h.load_file("stdrun.hoc")
pc = h.ParallelContext()
gathered, received = h.Vector(), h.Vector()
vector = h.Vector([1, 2, 3])
text = h.ref("word")
answers = [pc.id(), pc.nhost(), pc.allreduce(3.5, 1), pc.allreduce(vector, 2), pc.allgather(4, gathered)]
answers += [pc.alltoall(vector, h.Vector([3]), received), pc.broadcast(text, 0), pc.broadcast(vector, 0), pc.barrier()]
objects = [
    pc.py_alltoall([{"a": 1}]),
    pc.py_allgather("x"),
    pc.py_gather(5, 0),
    pc.py_broadcast([1, 2], 0),
    pc.py_scatter([7], 0),
]
messages = []
for attempt in (
    lambda: pc.alltoall(vector, h.Vector([2]), received),
    lambda: pc.alltoall(vector, h.Vector([1, 2]), received),
    lambda: pc.broadcast(vector, 3),
    lambda: pc.py_alltoall([1, 2]),
):
    try:
        attempt()
        messages.append("accepted")
    except RuntimeError as error:
        messages.append(str(error))
result = {"answers": answers, "gathered": gathered, "received": received, "objects": repr(objects), "messages": messages}
