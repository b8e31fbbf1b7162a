"""units and variable_domain by name."""

from neuron import h

h.load_file("stdrun.hoc")
print(
    [
        h.units(name)
        for name in [
            "t",
            "dt",
            "v",
            "celsius",
            "tstop",
            "v_init",
            "L",
            "Ra",
            "diam",
            "cm",
            "gnabar_hh",
            "el_hh",
            "ena",
            "nai",
            "runStopAt",
        ]
    ]
)
print(h.variable_domain("tstop", 0, 100), h.variable_domain("v_init", -100, 100))
for action in (lambda: h.variable_domain("tstop"), lambda: h.variable_domain(), lambda: h.units("nothing")):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
