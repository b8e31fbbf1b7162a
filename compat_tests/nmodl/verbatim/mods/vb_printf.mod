: what C prints
NEURON { SUFFIX nothing }
PROCEDURE vb_print(x) {
VERBATIM
    printf("%d %i %5d|%-5d|%05d %u %ld %lu\n", 3, -4, 42, 42, 42, 7u, 123456789L, 5UL);
    printf("%f %.3f %10.2f|%-10.1f|%e %.2e %g %G\n", _lx, _lx, _lx, _lx, _lx, _lx, _lx, _lx * 1e10);
    printf("%s|%8s|%-8s|%.2s %c%c %x %X %o %%\n", "abc", "abc", "abc", "abc", 'h', 105, 255, 255, 8);
    printf("%*d %-*d| %.*f\n", 6, 5, 6, 5, 2, _lx);
ENDVERBATIM
}
