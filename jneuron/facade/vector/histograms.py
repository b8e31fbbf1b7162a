"""Counting into bins, and the smooth counterparts with Gaussians."""

from __future__ import annotations

import math

import numpy as np

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements

LARGEST_SIZE = 2**33
# NEURON leaves out a Gaussian where its exponent falls to these values or below
SUMGAUSS_CUT = -20.0
SMHIST_CUT = -10.0


def histogram(vector: Vector, given: Arguments) -> Vector:
    """`histogram(low, high, width)`: returns counts in a new Vector.

    Element 0 counts one bin below `low`; element k counts from `low + (k - 1) width`, the last one reaching beyond
    `high`. What lies outside these bins is not counted.
    """
    low = given.number(0)
    high, width = given.number(1), given.number(2)
    if high <= low or width < 0:
        raise Refusal(OUT_OF_RANGE)
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
    """`sumgauss(low, high, width, variance[, weights])`: returns a sum of Gaussians around the elements, sampled."""
    low, high, width, variance = (given.number(index) for index in range(4))
    if high <= low or width <= 0:
        raise Refusal(OUT_OF_RANGE)
    points = elements(vector)
    n_point = len(points)
    weights = elements(given.of_class(4, "Vector")) if given.has(4) else np.ones(n_point)
    if len(weights) < n_point:
        raise Refusal(
            f"{vector.hname()}::sumgauss: vector::_M_range_check: __n (which is {len(weights)}) >= this->size() (which is {len(weights)})"
        )
    n_sample = int((high - low) / width + 1e-10)
    places = low + np.arange(n_sample) * width
    values = np.zeros(n_sample)
    for point, weight in zip(points.tolist(), weights.tolist(), strict=False):
        values += weight * _gaussian(places - point, variance, SUMGAUSS_CUT)
    return type(vector).of(values)


def smhist(vector: Vector, given: Arguments) -> Vector:
    """`smhist(source, low, n_bin, width, variance[, weights])`: counts into bins and smooths with a Gaussian."""
    points = elements(given.of_class(0, "Vector"))
    low, n_bin = given.number(1), int(given.checked(2, 0, np.inf))
    width, variance = given.checked(3, 0, np.inf), given.checked(4, 0, np.inf)
    weights = np.ones(len(points))
    if given.has(5):
        weights = elements(given.of_class(5, "Vector"))
        if len(weights) != len(points):
            raise Refusal("Vector.smhist: weight Vector must be same size as source Vector.")
    reach = math.ceil(math.sqrt(-2 * SMHIST_CUT * variance) / width)
    bins = np.floor((points - low) / width)
    counts = _counts(bins, n_bin + reach, weights)
    kernel = _gaussian(np.arange(-reach, reach + 1) * width, variance, SMHIST_CUT)
    vector._buffer.assign(np.convolve(counts, kernel)[reach : reach + n_bin] if n_bin else np.zeros(0))
    return vector


def _gaussian(distance: Array, variance: float, cut: float) -> Array:
    """Returns the normal density at a distance from its mean, zero where its exponent is `cut` or below."""
    values = np.zeros(len(distance))
    if variance > 0:
        exponent = -distance * distance / (2 * variance)
        near = exponent > cut
        values[near] = np.exp(exponent[near]) / math.sqrt(2 * math.pi * variance)
    return values


def _counts(bins: Array, n_bin: int, weights: Array | None = None) -> Array:
    inside = (bins >= 0) & (bins < n_bin)
    chosen = None if weights is None else weights[inside]
    return np.bincount(bins[inside].astype(int), chosen, minlength=n_bin).astype(float)


def _check_size(vector: Vector, size: float, method: str) -> None:
    if size > LARGEST_SIZE:
        raise Refusal(f"{vector.hname()}::{method}: cannot create std::vector larger than max_size()")


METHODS = {"histogram": histogram, "hist": hist, "sumgauss": sumgauss, "smhist": smhist}
