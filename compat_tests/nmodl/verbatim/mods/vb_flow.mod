: C's control flow
NEURON { SUFFIX nothing }
VERBATIM
static int digit(int k) {
    switch (k) {
    case 0:
    case 1:
        return 10;
    case 2:
        k += 5;
        /* goes on */
    case 3:
        k *= 2;
        break;
    default:
        k = -k;
    }
    return k;
}
static int collatz(long n) {
    int steps = 0;
    do {
        n = n % 2 ? 3 * n + 1 : n / 2;
        if (++steps > 1000) break;
    } while (n != 1);
    return steps;
}
typedef double (*Fn)(double);
static double twice(double x) { return 2 * x; }
static double square(double x) { return x * x; }
static Fn table[2] = {twice, square};
static int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }
ENDVERBATIM
FUNCTION vb_flow(n) {
VERBATIM
    int i, j, sum = 0;
    double x = 1;
    for (i = 0, j = 10; i < (int)_ln; i++, j--) {
        if (i == 3) continue;
        if (j < 0) break;
        sum += i * j;
    }
    while (x < 100) {
        x *= 1.5;
        if (x > 50 && x < 60) continue;
        sum++;
    }
    for (i = 0; i < 6; i++) sum += 1000 * digit(i);
    return sum + x + collatz((long)_ln) * 1e5 + table[1](table[0](3)) * 1e7 + fact(6) * 1e9;
ENDVERBATIM
}
FUNCTION vb_pointers() {
VERBATIM
    double x[6] = {1, 2, 3}, *p = x, *q;
    int k = 0;
    char text[] = "count the letters", *c;
    *p++ = 5;
    *(p + 3) = 7;
    q = &x[5];
    *q = q - p;
    p[1] += (*p)++ * 2;
    for (c = text; *c; c++) if (*c == 't') k++;
    return x[0] + 10 * x[1] + 100 * x[2] + 1000 * x[4] + 1e4 * x[5] + 1e6 * k + 1e7 * sizeof(x) / sizeof(x[0]);
ENDVERBATIM
}
