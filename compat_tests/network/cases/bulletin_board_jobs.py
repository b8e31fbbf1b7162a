"""Jobs of Python functions and of hoc, with numbers of the user or without."""

from neuron import h

h.load_file("stdrun.hoc")
pc = h.ParallelContext()


def double(x):
    return 2 * x


def pair(x, y):
    return [x, y]


h("func square() { return $1*$1 }")
pc.runworker()
log = [pc.submit(double, 5), pc.submit(9, pair, 5, "a")]
done = []
while pc.working():
    done.append(f"{pc.userid()} {pc.pyret()!r} {pc.retval()}")
numbers = [pc.submit("square", k) for k in range(4)]
squares = []
while True:
    number = pc.working()
    if not number:
        break
    squares.append([number, pc.userid(), pc.retval()])
result = {"log": log, "done": done, "numbers": numbers, "squares": squares}
