"""Fourier transforms, and what rests on them.

A transform of n real numbers is packed into n numbers: the mean's and the highest frequency's amplitude first, then real
and imaginary part of each frequency between them; the exponent's sign is plus. Sizes are padded with zeros to a power of
two.

Source: Press et al., Numerical Recipes in C, chapters 12 and 13 (realft, convlv, correl, spctrm).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements, power_of_two

Spectrum = NDArray[np.complex128]


def fft(vector: Vector, given: Arguments) -> Vector:
    """`fft([source,] sign)`: transforms, back if `sign` is -1. Back and forth multiplies by half the size."""
    shift = 1 if given.is_object(0) else 0
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    sign = int(given.checked(shift, -1, 1, 1)) if shift else int(given.checked(0, -1, 1))
    padded = _padded(values, power_of_two(len(values)))
    vector._buffer.assign(_unpacked(padded) if sign == -1 else _packed(padded))
    return vector


def convlv(vector: Vector, given: Arguments) -> Vector:
    """`convlv(source, filter[, sign])`: convolves, or deconvolves if `sign` is -1.

    The filter's first half is its response at positive delays, its second half, turned round, at negative ones.
    """
    values, response = elements(given.of_class(0, "Vector")), elements(given.of_class(1, "Vector"))
    size = power_of_two(max(len(values), len(response)))
    _assign_convolution(vector, _padded(values, size), response, given.number(2, 1.0))
    return vector


def filter_(vector: Vector, given: Arguments) -> Vector:
    """`filter(source, frequencies)`: convolves with a response worked out from frequency amplitudes.

    The response is the forward transform of the amplitudes: real parts first, imaginary parts after them in descending
    order, cut to the number of amplitudes. (NEURON's, which its manual calls the inverse transform.)
    """
    values, amplitudes = elements(given.of_class(0, "Vector")), elements(given.of_class(1, "Vector"))
    size = power_of_two(max(len(values), len(amplitudes)))
    spectrum = np.fft.rfft(_padded(amplitudes, size))
    response = np.concatenate([spectrum.real, spectrum.imag[-2:0:-1]])[: len(amplitudes)]
    _assign_convolution(vector, _padded(values, size), response, 1.0)
    return vector


def correl(vector: Vector, given: Arguments) -> Vector:
    """`correl(source[, other])`: the correlation of two Vectors, or of one with itself, at circular lags."""
    values = elements(given.of_class(0, "Vector"))
    other = elements(given.of_class(1, "Vector")) if given.has(1) else values
    size = power_of_two(max(len(values), len(other)))
    product = np.fft.rfft(_padded(values, size)) * np.conj(np.fft.rfft(_padded(other, size)))
    vector._buffer.assign(np.fft.irfft(product, size))
    return vector


def spctrm(vector: Vector, given: Arguments) -> Vector:
    """`spctrm(source[, n_frequency])`: estimates the power spectrum from overlapping segments under a Bartlett window.

    The number of frequencies is an eighth of the size unless given; it is rounded up to a power of two.

    Source: Press et al., Numerical Recipes in C, section 13.4.
    """
    values = elements(given.of_class(0, "Vector"))
    n_frequency = power_of_two(max(int(given.number(1, len(values) // 8)), 1))
    n_pair = max(math.ceil((len(values) / n_frequency - 1) / 2), 0)
    padded = _padded(values, (2 * n_pair + 1) * n_frequency)
    window = 1 - np.abs(np.arange(2 * n_frequency) / n_frequency - 1)
    power = np.zeros(n_frequency)
    for segment in range(2 * n_pair):
        stretch = padded[segment * n_frequency : (segment + 2) * n_frequency]
        spectrum = np.abs(np.fft.rfft(stretch * window)[:n_frequency]) ** 2
        spectrum[1:] *= 2
        power += spectrum
    power /= 4 * n_frequency * n_pair * (window * window).sum()
    if len(vector) < n_frequency:
        vector._buffer.resize(n_frequency)
    elements(vector)[:n_frequency] = power
    return vector


def _assign_convolution(vector: Vector, values: Array, response: Array, sign: float) -> None:
    size = len(values)
    transfer = np.fft.rfft(_wrapped(response, size))
    spectrum = np.fft.rfft(values)
    if sign == 1:
        spectrum = spectrum * transfer
    elif sign == -1:
        if not transfer.all():
            raise Refusal("Deconvolving at response zero in nrn_convlv")
        spectrum = spectrum / transfer
    vector._buffer.assign(np.fft.irfft(spectrum, size))


def _wrapped(response: Array, size: int) -> Array:
    """Returns a response with its negative delays at the end; the middle of a response of even length is lost."""
    n_negative = (len(response) - 1) // 2
    n_positive = (len(response) + 1) // 2
    wrapped = np.zeros(size)
    wrapped[:n_positive] = response[:n_positive]
    if n_negative:
        wrapped[-n_negative:] = response[-n_negative:]
    return wrapped


def _packed(values: Array) -> Array:
    spectrum = np.conj(np.fft.rfft(values))
    packed = np.empty(len(values))
    packed[0] = spectrum[0].real
    if len(values) > 1:
        packed[1] = spectrum[-1].real
        packed[2::2], packed[3::2] = spectrum[1:-1].real, spectrum[1:-1].imag
    return packed


def _unpacked(packed: Array) -> Array:
    """Returns the inverse of `_packed`, times half the size."""
    size = len(packed)
    if size < 2:
        return packed.copy()
    spectrum: Spectrum = np.zeros(size // 2 + 1, dtype=complex)
    spectrum[0], spectrum[-1] = packed[0], packed[1]
    spectrum[1:-1] = packed[2::2] - 1j * packed[3::2]
    return np.fft.irfft(spectrum, size) * (size / 2)


def _padded(values: Array, size: int) -> Array:
    padded = np.zeros(size)
    n_used = min(len(values), size)
    padded[:n_used] = values[:n_used]
    return padded


METHODS = {"fft": fft, "convlv": convlv, "filter": filter_, "correl": correl, "spctrm": spctrm}
