: reads words, numbers and characters from a file and from strings
NEURON { SUFFIX nothing }
FUNCTION vb_scan() {
VERBATIM
    FILE* f = fopen(gargstr(1), "r");
    char word[40], rest[80];
    int whole = 0, n, c, lines = 0;
    double x = 0, y = 0, sum = 0;
    if (!f) return -1;
    n = fscanf(f, "%s %d:%lf", word, &whole, &x);
    sum = n * 1e6 + strlen(word) * 1e5 + whole + x;
    while ((c = getc(f)) != EOF) {
        if (c == '\n') lines++;
        if (c == '@') { ungetc('3', f); n = fscanf(f, "%lf", &y); sum += y; break; }
    }
    fgets(rest, 80, f);
    if (fgets(rest, 80, f)) { sum += 0.001 * strlen(rest); }
    n = sscanf(rest, "%*s %d,%i %[a-z]", &whole, &c, word);
    sum += n * 1e7 + whole * 1e-4 + c * 1e-6 + strlen(word) * 1e-8;
    fclose(f);
    return sum + lines * 1e8 + atof("2.5e1xyz") + atoi(" -12ab");
ENDVERBATIM
}
