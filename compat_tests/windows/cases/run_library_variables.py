"""The variables of the run library and their defaults."""

from neuron import h

h.load_file("nrngui.hoc")
names = (
    "tstop v_init steps_per_ms nstep_steprun runStopAt runStopIn screen_update_invl realtime running_ stdrun_quiet global_ra "
    "eventcount eventslow using_cvode_ coreneuronrunning_ movie_frame_dur_ n_graph_lists mapped_nrnmainmenu_ cnt itmp j "
    "stoprun"
)
for name in names.split():
    print(name, getattr(h, name), h.name_declared(name))
for name in ["tstr", "temp_string2_", "temp_string_", "tempstr1", "tempstr2"]:
    print(name, type(getattr(h, name)).__name__, h.name_declared(name))
