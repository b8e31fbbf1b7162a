"""deriv with its three end rules, integral, interpolate, convolve, correlate, filter, fft, spectra."""
from neuron import h

v = h.Vector([0, 1, 4, 9, 16, 25, 36, 20, 11, 3, 0, -5, -4, 2, 6, 8])
small = h.Vector([1, 2, -1])
x, y = h.Vector([0, 1, 2.5, 4]), h.Vector([1, 3, 2, 8])
result = {
    "deriv": h.Vector().deriv(v, 0.5), "deriv_euler": h.Vector().deriv(v, 0.5, 1), "deriv_two": h.Vector().deriv(v, 0.5, 2),
    "integral": h.Vector().integral(v, 0.5), "integral_default": h.Vector().integral(v),
    "interpolate": h.Vector().interpolate(h.Vector([-1, 0, 0.3, 1, 2, 3.9, 4, 9]), x, y),
    "interpolate_self": y.c().interpolate(h.Vector([0.5, 3]), x), "convlv": h.Vector().convlv(v, small),
    "correl": h.Vector().correl(v), "correl_two": h.Vector().correl(v, h.Vector(16, 1)), "filter": h.Vector().filter(v, small),
    "fft": h.Vector().fft(v, 1), "fft_back": h.Vector().fft(h.Vector().fft(v, 1), -1), "fft_odd": h.Vector().fft(h.Vector([1, 2, 3]), 1),
    "spctrm": h.Vector().spctrm(v), "rebin": h.Vector().rebin(v, 3),
    "smhist": h.Vector().smhist(h.Vector([1, 2, 2.5]), 0, 5, 1, 0.5), "psth": h.Vector().psth(h.Vector([3, 4, 5, 6, 7, 4]), 1, 10, 2),
}
