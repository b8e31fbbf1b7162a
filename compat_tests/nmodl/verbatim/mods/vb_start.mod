: reads a file in INITIAL, once for every instance
NEURON { SUFFIX vbstart  NONSPECIFIC_CURRENT i  RANGE g, e, i, which }
PARAMETER { which = 0 }
ASSIGNED { v (mV) i (mA/cm2) g (S/cm2) e (mV) }
INITIAL {
VERBATIM
    FILE* f = fopen("vb_start.txt", "r");
    int k;
    g = 0;
    e = -60;
    if (f) {
        for (k = 0; k <= (int)which; k++) {
            if (fscanf(f, "%lf %lf", &g, &e) != 2) { g = 0; e = -50; break; }
        }
        fclose(f);
    }
ENDVERBATIM
}
BREAKPOINT { i = g * (v - e) }
