"""VBox and HBox: what each method returns, and what it refuses."""

from neuron import h

for box in (h.VBox(), h.HBox(3, 1)):
    names = "adjust adjuster dialog dismiss_action full_request map save size unmap ismapped"
    for name in names.split():
        print(box, name, [getattr(box, name)(*given) for given in ((), (1,), ("a",), ("a", 1, 2, 3, 4))])
    print(box.intercept(1), box.intercept(0), box.priority(3))
    for action in (lambda: box.intercept(), lambda: box.intercept("a"), lambda: box.ref(3), lambda: box.priority()):
        try:
            print(action())
        except RuntimeError as error:
            print(str(error).split("; really")[0])
for action in (lambda: h.VBox("a"), lambda: h.HBox(h.Vector())):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
