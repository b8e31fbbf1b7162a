"""Counting into bins, and the smooth counterparts with Gaussians."""

from __future__ import annotations

import math

import numpy as np

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import beyond_end, elements, power_of_two

LARGEST_SIZE = 2**33
SMALLEST = 1e-99
# exponents down to which a Gaussian counts: sumgauss leaves out its limit, smhist takes it in
SUMGAUSS_REACH = 20.0
SMHIST_REACH = 10.0


def histogram(vector: Vector, given: Arguments) -> Vector:
    """`histogram(low, high, width)`: returns counts in a new Vector.

    Element 0 counts one bin below `low`; element k counts from `low + (k - 1) width`, the last one reaching beyond
    `high`. What lies outside these bins is not counted.
    """
    low = given.number(0)
    high = given.checked(1, low, np.inf)
    width = given.checked(2, 0, high - low)
    n_bin = math.floor((high - low) / width) + 2 if width else math.inf
    _check_size(vector, n_bin, "histogram")
    return type(vector).of(_counts(np.floor((elements(vector) - low) / width) + 1, int(n_bin)))


def hist(vector: Vector, given: Arguments) -> Vector:
    """`hist(source, low, n_bin, width)`: counts into `n_bin` bins from `low` on; nothing else is counted."""
    origin = given.of_class(0, "Vector")
    if origin is vector:
        raise Refusal("hist  argument needs to be copied first")
    low, n_bin, width = given.number(1), int(given.checked(2, 0, np.inf)), given.number(3)
    if width <= 0:
        raise Refusal(OUT_OF_RANGE)
    vector._buffer.assign(_counts(np.floor((elements(origin) - low) / width), n_bin))
    return vector


def sumgauss(vector: Vector, given: Arguments) -> Vector:
    """`sumgauss(low, high, width, variance[, weights])`: returns a sum of Gaussians around the elements, sampled.

    Each element is moved to the sample before it first.
    """
    low = given.number(0)
    high = given.checked(1, low, np.inf)
    width, variance = given.checked(2, SMALLEST, np.inf), given.checked(3, 0, np.inf)
    points = elements(vector)
    weights = elements(given.of_class(4, "Vector")) if given.has(4) else np.ones(len(points))
    if len(weights) < len(points):
        raise beyond_end(vector, "sumgauss", len(weights))
    samples = np.arange(int((high - low) / width + 0.5))
    values = np.zeros(len(samples))
    for bin_, weight in zip(np.trunc((points - low) / width).tolist(), weights.tolist(), strict=False):
        distance = (samples - bin_) * width
        near = distance * distance < 2 * SUMGAUSS_REACH * variance
        values[near] += weight * _gaussian(distance[near], variance)
    return type(vector).of(values)


def smhist(vector: Vector, given: Arguments) -> Vector:
    """`smhist(source, low, n_bin, width, variance[, weights])`: counts into bins and smooths with a Gaussian.

    The bins lie on a circle, with room for twice the reach of the Gaussian between the last and the first; elements that
    fall into the room are counted too and reach the first bins from there, as in NEURON.
    """
    points = elements(given.of_class(0, "Vector"))
    low, n_bin = given.number(1), int(given.checked(2, 0, np.inf))
    width, variance = given.checked(3, SMALLEST, np.inf), given.checked(4, 0, np.inf)
    weights = np.ones(len(points))
    if given.has(5):
        weights = elements(given.of_class(5, "Vector"))
        if len(weights) != len(points):
            raise Refusal("Vector.smhist: weight Vector must be same size as source Vector.")
    reach = int(math.sqrt(2 * SMHIST_REACH * variance) / width)
    n_circle = power_of_two(n_bin + 2 * reach + 1)
    counts = _counts(np.floor((points - low) / width), n_circle, weights)
    kernel = _gaussian(np.arange(-reach, reach + 1.0) * width, variance)
    smooth = np.convolve(counts, kernel)[reach:]
    smooth[:reach] += smooth[n_circle:]
    vector._buffer.assign(smooth[:n_bin])
    return vector


def _gaussian(distance: Array, variance: float) -> Array:
    """Returns the normal density at a distance from its mean; zero for variance zero, as in NEURON."""
    if variance == 0:
        return np.zeros(len(distance))
    return np.exp(-distance * distance / (2 * variance)) / math.sqrt(2 * math.pi * variance)


def _counts(bins: Array, n_bin: int, weights: Array | None = None) -> Array:
    inside = (bins >= 0) & (bins < n_bin)
    chosen = None if weights is None else weights[inside]
    return np.bincount(bins[inside].astype(int), chosen, minlength=n_bin).astype(float)


def _check_size(vector: Vector, size: float, method: str) -> None:
    if size > LARGEST_SIZE:
        raise Refusal(f"{vector.hname()}::{method}: cannot create std::vector larger than max_size()")


METHODS = {"histogram": histogram, "hist": hist, "sumgauss": sumgauss, "smhist": smhist}
