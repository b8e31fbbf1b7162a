: a small network of integrate-and-fire units in C alone, with tables and queues of its own
NEURON { SUFFIX vbpop  GLOBAL N, leak, kick }
PARAMETER { N = 20 leak = 0.9 kick = 0.3 }
VERBATIM
typedef struct { double v; int refractory; int* targets; int n_target; } Unit;
static Unit* units = 0;
static int* fired;
static uint32_t lcg_state;
static uint32_t lcg() {
    lcg_state = 1664525u * lcg_state + 1013904223u;
    return lcg_state >> 8;
}
ENDVERBATIM
PROCEDURE build() {
VERBATIM
    int i, j, n = (int)N;
    lcg_state = (uint32_t)*getarg(1);
    units = (Unit*)malloc(n * sizeof(Unit));
    fired = (int*)malloc(n * sizeof(int));
    for (i = 0; i < n; i++) {
        Unit* u = &units[i];
        u->v = (lcg() % 1000) / 1000.0;
        u->refractory = 0;
        u->n_target = 2 + (int)(lcg() % 4);
        u->targets = (int*)malloc(u->n_target * sizeof(int));
        for (j = 0; j < u->n_target; j++) u->targets[j] = (int)(lcg() % n);
    }
ENDVERBATIM
}
FUNCTION simulate() {
VERBATIM
    int step, i, j, n_fired, total = 0, n = (int)N;
    double *raster;
    int n_raster = 0, room = vector_arg_px(2, &raster);
    for (step = 0; step < (int)*getarg(1); step++) {
        n_fired = 0;
        for (i = 0; i < n; i++) {
            Unit* u = units + i;
            if (u->refractory > 0) { u->refractory--; continue; }
            u->v = leak * u->v + 0.02 + (lcg() % 100) * 0.001;
            if (u->v >= 1) {
                u->v = 0;
                u->refractory = 3;
                fired[n_fired++] = i;
                if (n_raster < room) raster[n_raster++] = step + i / 100.0;
            }
        }
        for (i = 0; i < n_fired; i++) {
            Unit u = units[fired[i]];
            for (j = 0; j < u.n_target; j++) units[u.targets[j]].v += kick;
        }
        total += n_fired;
    }
    return total;
ENDVERBATIM
}
