"""`fit`: least squares by NEURON's own downhill simplex.

The simplex starts from the given parameters and, for each of them, a point with that parameter 1.2 times as large. In
each step the worst point is moved along the line through the centre of the others, to the first of four places that is
better. The search ends when none is, or after 3 n + 4 improvements of the best point, n being the number of parameters:
so it stops early, and calling `fit` again from where it ended improves the fit further.

Source: Nelder and Mead (1965), Computer Journal 7:308-313, for the idea; the numbers are NEURON's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.hoc_names import hoc_function
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements
from jneuron.facade.vector.statistics import total

Parameters = list[float]
FIRST_STRETCH = 1.2
# places of the new point: the centre is 0, the worst point -1
PLACES = (1.0, 0.4, -0.3, -0.7)


@dataclass(frozen=True, slots=True)
class Model:
    """A function that can be fitted by name.

    Attributes:
        parameters: What NEURON calls its parameters.
        n_parameter: How many it needs.
        evaluate: Its values at given places.
    """

    parameters: str
    n_parameter: int
    evaluate: Callable[[Array, Parameters], Array]


MODELS = {
    "exp1": Model("amp,tau", 2, lambda x, p: p[0] * np.exp(-x / p[1])),
    "exp2": Model("amp1,tau1,amp2,tau2", 4, lambda x, p: p[0] * np.exp(-x / p[1]) + p[2] * np.exp(-x / p[3])),
    "charging": Model("amp1,tau1,amp2,tau2", 4, lambda x, p: p[0] * (1 - np.exp(-x / p[1])) + p[2] * (1 - np.exp(-x / p[3]))),
    "line": Model("slope,intercept", 2, lambda x, p: p[0] * x + p[1]),
    "quad": Model("ax^2+bx+c", 3, lambda x, p: p[0] * x * x + p[1] * x + p[2]),
}


def fit(vector: Vector, given: Arguments) -> float:
    """`fit(fitted, "function", x, parameter, ...)`: moves the parameters, references, towards the best fit.

    `fitted` becomes the fitted curve. Returns the mean squared error.
    """
    fitted, name = given.of_class(0, "Vector"), given.string(1)
    x, y = elements(given.of_class(2, "Vector")).copy(), elements(vector).copy()
    if len(x) != len(y):
        raise Refusal("Vector Indep argument to .fit() wrong size\n")
    references = [given.reference(index) for index in range(3, len(given.values))]
    curve = _curve(vector, name, x, len(references))

    def error(parameters: Parameters) -> float:
        difference = curve(parameters) - y
        return total(difference * difference) / len(y) if len(y) else float("nan")

    best = downhill_simplex(error, [reference.get() for reference in references])
    for reference, parameter in zip(references, best, strict=True):
        reference.set(parameter)
    fitted._buffer.assign(curve(best))
    return error(best)


def downhill_simplex(error: Callable[[Parameters], float], start: Parameters) -> Parameters:
    """Returns parameters with a smaller error than `start`, by the rules above."""
    n_parameter = len(start)
    points = [[value * FIRST_STRETCH if i == k else value for i, value in enumerate(start)] for k in range(n_parameter)]
    points.append(list(start))
    errors = [error(point) for point in points]
    n_improved, improvements_allowed = 0, 3 * n_parameter + 4
    moved = True
    while moved and n_improved < improvements_allowed:
        worst, best = errors.index(max(errors)), errors.index(min(errors))
        centre = [(sum(values) - values[worst]) / n_parameter for values in zip(*points, strict=True)]
        moved = False
        for place in PLACES:
            point = [c + place * (c - w) for c, w in zip(centre, points[worst], strict=True)]
            new_error = error(point)
            if new_error < errors[worst]:
                n_improved += new_error < errors[best]
                points[worst], errors[worst] = point, new_error
                moved = True
                break
    return points[errors.index(min(errors))]


def _curve(vector: Vector, name: str, x: Array, n_parameter: int) -> Callable[[Parameters], Array]:
    """Returns the function that gives the fitted curve for given parameters."""
    model = MODELS.get(name)
    if model is not None:
        if n_parameter < model.n_parameter:
            raise Refusal(f'Vector .fit("{name}") requires {model.parameters}')
        return lambda parameters: model.evaluate(x, parameters)
    function = hoc_function(vector.session, name)
    return lambda parameters: np.array([function(place, *parameters) for place in x.tolist()])


METHODS = {"fit": fit}
