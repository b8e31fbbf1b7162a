"""movierun begins a run; without a display its timer never calls."""

from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.insert("hh")
h.tstop = 2
print(h.movierun(), h.t, h.running_, h.stoprun, h.movie_timer, h.movie_timer.seconds())
for _ in range(100):
    h.moviestep()
print(h.t > 2, h.running_)
