: writes every event to a file while the simulation runs
NEURON { POINT_PROCESS VbSpikeFile  RANGE id, n }
PARAMETER { id = 0 }
ASSIGNED { n }
VERBATIM
static FILE* spike_file = 0;
ENDVERBATIM
INITIAL { n = 0 }
NET_RECEIVE (w) {
    n = n + 1
VERBATIM
    if (spike_file) { fprintf(spike_file, "%g %g %.3f\n", id, t, _args[0]); }
ENDVERBATIM
}
PROCEDURE open() {
VERBATIM
    spike_file = fopen(gargstr(1), "w");
ENDVERBATIM
}
PROCEDURE close() {
VERBATIM
    if (spike_file) { fclose(spike_file); spike_file = 0; }
ENDVERBATIM
}
