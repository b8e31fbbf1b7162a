"""Panels and their widgets return 0, whatever they are given."""

from neuron import h

names = "xpanel xbutton xcheckbox xfixedvalue xlabel xmenu xpvalue xradiobutton xslider xstatebutton xvalue xvarlabel"
for name in names.split():
    print(
        name,
        [getattr(h, name)(*given) for given in ((), ("a",), ("a", "b"), ("a", h.ref(1.0), 1), ("a", h.ref("q"), 1, "b", 1))],
    )
h.xpanel("panel", 1)
h.xvalue("tstop", "tstop", 1, "print 3", 0, 1)
print(h.xpanel(10, 20))
