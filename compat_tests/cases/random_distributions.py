"""Random on Random123 streams: each distribution's first draws, seq and repeats."""
from neuron import h

random = h.Random()
random.Random123(3, 1, 4)
result = {}
settings = {"uniform": (2, 5), "normal": (1, 4), "negexp": (2.5,), "poisson": (3,), "discunif": (1, 6), "lognormal": (2, 1), "binomial": (10, 0.3), "geometric": (0.4,), "erlang": (3, 2), "weibull": (2, 1)}
for name, parameters in settings.items():
    random.seq(0)
    first = getattr(random, name)(*parameters)
    result[name] = [first] + [random.repick() for _ in range(7)]
random.seq(0)
random.uniform(0, 1)
result["seq"] = [random.seq(), random.repick(), random.seq()]
random.Random123_globalindex(9)
random.seq(0)
result["global_index"] = [random.uniform(0, 1), random.repick()]
