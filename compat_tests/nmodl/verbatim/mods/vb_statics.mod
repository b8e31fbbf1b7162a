: C that remembers: static variables of a function and of the file
NEURON { POINT_PROCESS VbStatics  RANGE mine, seen, mean }
VERBATIM
static int n_events = 0;
static double last_times[4];
static double running_mean(double x) {
    static double sum = 0;
    static int n = 0;
    sum += x;
    n++;
    return sum / n;
}
ENDVERBATIM
ASSIGNED { mine seen mean }
INITIAL { mine = 0 seen = 0 mean = 0
VERBATIM
    n_events = 0;
ENDVERBATIM
}
NET_RECEIVE (w) {
VERBATIM
    last_times[n_events % 4] = t;
    n_events++;
    mine += 1;
    seen = n_events;
    mean = running_mean(_args[0]);
ENDVERBATIM
}
FUNCTION oldest() {
VERBATIM
    int k;
    double least = 1e9;
    for (k = 0; k < 4; k++) if (last_times[k] < least) least = last_times[k];
    return least;
ENDVERBATIM
}
