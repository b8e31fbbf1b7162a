: macros with and without arguments, conditions, text joined by ##
NEURON { SUFFIX nothing }
VERBATIM
#define SQR(x) ((x) * (x))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define CAT(a, b) a##b
#define NAME(x) #x
#define LIMIT 10
#define LOOP(k, n) for (k = 0; k < (n); ++k)
#ifdef LIMIT
#define TWICE_LIMIT (2 * LIMIT)
#else
#error no limit
#endif
#if LIMIT > 5 && !defined(NRNBBCORE)
static double big = 1;
#elif LIMIT > 3
static double big = 2;
#else
static double big = 3;
#endif
#if defined(NRN_VERSION_GTEQ)
#if NRN_VERSION_GTEQ(9,0,0)
#define VB_NINE 9
#else
#define VB_NINE 8
#endif
#endif
#undef LIMIT
#define LIMIT 12
#define LOG(...) sprintf(buffer, __VA_ARGS__)
ENDVERBATIM
FUNCTION vb_macros(x) {
VERBATIM
    int k, sum = 0;
    double CAT(long, name) = SQR(_lx + 1);
    char buffer[100];
    LOOP(k, LIMIT) { sum += k; }
    LOG("%s=%d", NAME(sum), sum);
    return MAX(longname, 20) + sum * 1e3 + TWICE_LIMIT * 1e5 + big * 1e8 + VB_NINE * 1e9 + strlen(buffer) * 1e10;
ENDVERBATIM
}
