TITLE Random expressions

NEURON { SUFFIX nothing }

FUNCTION value0(x, y) {
    value0 = ((-((1.0*((y + 3.) >= (y * y))) - (fabs((fabs(3.) + 0.1)^tanh(3.)) + 0.1)^tanh(y))) - ((fabs((-0.5)) + 0.1)^tanh(((3. * y) - (x / 2))) + ((fabs((0.5 - x)) + 0.1)^tanh((y * 1.25e1)) * (fabs((x / 2)) + 0.5)^(-1))))
}

FUNCTION value1(x, y) {
    value1 = (fabs(sin(ceil(((2 / 1.25e1) - (x - y))))) + 0.1)^tanh(((fabs(((-2) / (y - x))) + 0.1)^tanh(ceil(3.)) - cos(((fabs(y) + 0.5)^(3) + (fabs(1.25e1) + 0.5)^(-2)))))
}

FUNCTION value2(x, y) {
    value2 = (1.0*(((1.0*(((1.25e1 / 1.25e1) * (2 / y)) > ((-2) * (fabs(0.5) + 0.1)^tanh(3.)))) + ((-(x * y)) / 1.25e1)) >= ((atan((-y)) - sin((0.5 - 1.25e1))) - (fabs((fabs((1.0*(1.25e1 < x))) + 0.5)^(-1)) + 0.1)^tanh(((-x) * (2 + y))))))
}

FUNCTION value3(x, y) {
    value3 = (-(1.0*((-exp(-fabs((-y)))) > (fabs((1.0*((y + 3.) >= (2 + 2)))) + 0.5)^(2))))
}

FUNCTION value4(x, y) {
    value4 = x
}

FUNCTION value5(x, y) {
    value5 = 1.25e1
}

FUNCTION value6(x, y) {
    value6 = (sqrt(fabs((fabs(x) + 0.5)^(2))) + (1.0*(((1.0*((0.5 * 0.5) <= 3.)) - (1.25e1 - (-3.))) >= (fabs(((x + y) * (1.25e1 / 0.5))) + 0.5)^(3))))
}

FUNCTION value7(x, y) {
    value7 = ((1.0*((fabs((1.25e1 - y)) + 0.5)^(3) > (fabs((fabs(x) + 0.5)^(-1)) + 0.1)^tanh(y))) + (2 + 0.5))
}

FUNCTION value8(x, y) {
    value8 = (0.5 - ((fabs((1.0*(tanh(y) >= (3. / x)))) + 0.1)^tanh((fabs((fabs(0.5) + 0.5)^(2)) + 0.5)^(3)) - (1.0*(tanh((y * 1.25e1)) >= (fabs(0.5) + 0.1)^tanh((y / 0.5))))))
}

FUNCTION value9(x, y) {
    value9 = (fabs(((((x + y) + (fabs(y) + 0.5)^(3)) + 0.5) * cos((1.0*((1.0*(1.25e1 > 2)) >= (x * 0.5)))))) + 0.5)^(-1)
}

FUNCTION value10(x, y) {
    value10 = ((-(1.0*((-1.25e1) > ((1.25e1 - y) * (y / 1.25e1))))) + (-(fabs(((-y) - ceil(y))) + 0.5)^(-2)))
}

FUNCTION value11(x, y) {
    value11 = (((((1.25e1 + x) / (3. + y)) * (fabs((fabs(y) + 0.1)^tanh(1.25e1)) + 0.1)^tanh((fabs(y) + 0.5)^(-1))) / ((fabs((1.0*(x >= y))) + 0.5)^(-1) + ((3. / x) - atan(3.)))) * fabs(((fabs((1.0*(2 <= 0.5))) + 0.1)^tanh((1.0*(2 >= y))) / (1.0*(exp(-fabs(x)) > (x + 3.))))))
}

FUNCTION value12(x, y) {
    value12 = (((((-1.25e1) + (y * 3.)) / (floor(3.) + (1.0*(1.25e1 >= x)))) * (1.25e1 - (fabs(tanh(2)) + 0.5)^(4))) - (fabs(sin(fabs((fabs(y) + 0.1)^tanh(2)))) + 0.1)^tanh((fabs(((3. - x) * (fabs(x) + 0.1)^tanh(2))) + 0.1)^tanh((1.0*((-y) >= ceil(0.5))))))
}

FUNCTION value13(x, y) {
    value13 = (0.5 + (fabs((((2 / 2) - (-y)) / ((2 / 3.) / (1.0*(x <= 3.))))) + 0.5)^(2))
}

FUNCTION value14(x, y) {
    value14 = (fabs((fabs(y) + 0.5)^(2)) + 0.5)^(3)
}

FUNCTION value15(x, y) {
    value15 = (-(-((fabs((0.5 - 1.25e1)) + 0.1)^tanh((y / y)) * (1.0*((fabs(2) + 0.1)^tanh(1.25e1) >= (y / y))))))
}

FUNCTION value16(x, y) {
    value16 = y
}

FUNCTION value17(x, y) {
    value17 = (1.0*(fabs((-((1.0*(y < y)) / (0.5 - 0.5)))) > (fabs((fabs((-(1.25e1 - y))) + 0.5)^(-1)) + 0.1)^tanh((((2 / 0.5) + (x * 1.25e1)) / ((2 * y) - (y + 3.))))))
}

FUNCTION value18(x, y) {
    value18 = ((((1.0*((fabs(x) + 0.1)^tanh(y) < atan(0.5))) + (1.0*((1.0*(2 > 2)) > (-y)))) * (((y + 3.) - (fabs(2) + 0.1)^tanh(x)) + (2 * 1.25e1))) + (fabs((((1.0*(x > x)) - ceil(x)) * (-(y * x)))) + 0.1)^tanh((-(fabs((fabs(y) + 0.1)^tanh(2)) + 0.5)^(-1))))
}

FUNCTION value19(x, y) {
    value19 = ((((1.0*((2 * y) >= (y / x))) / (fabs((1.0*(x <= 0.5))) + 0.1)^tanh((y - x))) * ceil((-(1.25e1 * 1.25e1)))) * (fabs((fabs(((1.0*(y >= y)) * (fabs(0.5) + 0.1)^tanh(1.25e1))) + 0.5)^(-2)) + 0.1)^tanh((1.0*(exp(-fabs((1.0*(y < y)))) > ((2 / 3.) + (0.5 - 2))))))
}

FUNCTION value20(x, y) {
    value20 = ((-(((fabs(2) + 0.5)^(-2) * (y + x)) * (-(1.0*(3. >= y))))) / (-((x / (fabs(3.) + 0.1)^tanh(y)) + ((1.0*(2 < 0.5)) * (3. * 1.25e1)))))
}

FUNCTION value21(x, y) {
    value21 = ceil((1.0*(((-(1.0*(0.5 <= 1.25e1))) + ((0.5 / 0.5) / (0.5 - x))) <= (((1.25e1 / 3.) / (1.25e1 / y)) + ((x + y) - (1.25e1 * 0.5))))))
}

FUNCTION value22(x, y) {
    value22 = ((atan((-(1.0*(2 < 2)))) + ((-(fabs(y) + 0.5)^(-2)) - x)) / (1.0*((fabs(((fabs(x) + 0.5)^(-1) + y)) + 0.5)^(-2) <= ((3. + (fabs(2) + 0.1)^tanh(y)) * ((-1.25e1) / (x - 2))))))
}

FUNCTION value23(x, y) {
    value23 = (-exp(-fabs((fabs(y) + 0.5)^(-2))))
}

FUNCTION value24(x, y) {
    value24 = x
}

FUNCTION value25(x, y) {
    value25 = (((-(fabs((1.25e1 * y)) + 0.5)^(-2)) * ((fabs(1.25e1) + 0.5)^(4) * (fabs(log(fabs(x) + 1)) + 0.1)^tanh((-x)))) - (1.0*(((1.0*((fabs(1.25e1) + 0.5)^(2) < (y / y))) - (0.5 - (x * 3.))) < exp(-fabs(tanh((x / x)))))))
}

FUNCTION value26(x, y) {
    value26 = (1.0*(((((1.0*(x >= y)) * (3. * 0.5)) * ((0.5 / 0.5) - (3. - x))) / 2) >= (-x)))
}

FUNCTION value27(x, y) {
    value27 = (-(-x))
}

FUNCTION value28(x, y) {
    value28 = (fabs(2) + 0.1)^tanh((fabs(y) + 0.1)^tanh(((-tanh(1.25e1)) + (-y))))
}

FUNCTION value29(x, y) {
    value29 = sqrt(fabs((1.0*((-(atan(1.25e1) - (-y))) < (fabs((fabs((1.0*(3. >= 0.5))) + 0.5)^(2)) + 0.1)^tanh(((fabs(y) + 0.5)^(-2) / (1.0*(3. < 2))))))))
}

FUNCTION value30(x, y) {
    value30 = (((1.0*((-(fabs(2) + 0.5)^(-2)) <= y)) / ((fabs(x) + 0.5)^(3) * ((x - y) + (1.25e1 * 2)))) * (fabs((fabs(((fabs(x) + 0.5)^(-2) - (3. - x))) + 0.1)^tanh((1.0*((1.0*(x < x)) < (fabs(y) + 0.1)^tanh(2))))) + 0.1)^tanh((fabs((y / (3. / 0.5))) + 0.1)^tanh((exp(-fabs(3.)) + 0.5))))
}

FUNCTION value31(x, y) {
    value31 = (((-(y + (y / 3.))) + atan((fabs((x + y)) + 0.1)^tanh((x / 3.)))) + (fabs((1.0*(((x - x) + (2 * 2)) >= ((fabs(0.5) + 0.1)^tanh(y) / (fabs(y) + 0.1)^tanh(3.))))) + 0.1)^tanh((fabs(((-3.) * x)) + 0.5)^(2)))
}

FUNCTION value32(x, y) {
    value32 = (fabs(x) + 0.5)^(2)
}

FUNCTION value33(x, y) {
    value33 = ((fabs((fabs((fabs((y / 0.5)) + 0.1)^tanh((1.0*(y <= x)))) + 0.5)^(-1)) + 0.1)^tanh((((-y) - (1.0*(2 <= 0.5))) + (1.25e1 / y))) - (y / (-cos((1.25e1 + x)))))
}

FUNCTION value34(x, y) {
    value34 = (fabs((-y)) + 0.5)^(-2)
}

FUNCTION value35(x, y) {
    value35 = 2
}

FUNCTION value36(x, y) {
    value36 = (1.0*((fabs(((1.0*((fabs(y) + 0.5)^(-2) < (x * y))) * (1.0*(floor(y) > (0.5 - 3.))))) + 0.1)^tanh(((fabs(sin(3.)) + 0.5)^(3) * (-(0.5 * y)))) <= ((y - (-(x - x))) - tanh((-(x / 3.))))))
}

FUNCTION value37(x, y) {
    value37 = (fabs((fabs((1.0*((fabs((-0.5)) + 0.5)^(3) >= ((1.0*(2 > 3.)) / cos(0.5))))) + 0.5)^(3)) + 0.5)^(2)
}

FUNCTION value38(x, y) {
    value38 = ((fabs((((fabs(3.) + 0.5)^(4) * (fabs(2) + 0.5)^(3)) * sin((1.25e1 - 1.25e1)))) + 0.1)^tanh(((-(x * x)) + ((y * y) / (fabs(x) + 0.1)^tanh(y)))) - (fabs(((-(y + 1.25e1)) + ((3. * x) * x))) + 0.5)^(2))
}

FUNCTION value39(x, y) {
    value39 = (fabs((((fabs((1.25e1 * 1.25e1)) + 0.5)^(3) * (1.0*((y - 0.5) > ceil(y)))) / (1.0*(((fabs(y) + 0.1)^tanh(x) / (1.0*(x >= x))) < ((2 * 0.5) + (1.25e1 - x)))))) + 0.1)^tanh(cos((-((1.25e1 * 1.25e1) + (-x)))))
}

FUNCTION value40(x, y) {
    value40 = (fabs((fabs(((1.0*(y > (x + y))) / (fabs((1.0*(2 < 1.25e1))) + 0.5)^(4))) + 0.1)^tanh((((-2) + (-1.25e1)) / (1.0*((x * y) >= (-y)))))) + 0.5)^(2)
}

FUNCTION value41(x, y) {
    value41 = (log(fabs((-0.5)) + 1) - (fabs((((1.0*(1.25e1 < y)) + (fabs(x) + 0.1)^tanh(3.)) + 3.)) + 0.1)^tanh((-(fabs((1.25e1 + 2)) + 0.5)^(-2))))
}

FUNCTION value42(x, y) {
    value42 = (1.25e1 - floor(exp(-fabs((-(3. * 2))))))
}

FUNCTION value43(x, y) {
    value43 = 0.5
}

FUNCTION value44(x, y) {
    value44 = (-(fabs((-((3. + 0.5) * (1.25e1 / y)))) + 0.1)^tanh((fabs((sqrt(fabs(3.)) / x)) + 0.1)^tanh((fabs((-2)) + 0.1)^tanh((fabs(3.) + 0.5)^(2)))))
}

FUNCTION value45(x, y) {
    value45 = (fabs((((-(x * x)) / ((fabs(1.25e1) + 0.5)^(2) + x)) + ((fabs((2 - y)) + 0.1)^tanh((fabs(y) + 0.1)^tanh(0.5)) * (-(x / 0.5))))) + 0.5)^(2)
}

FUNCTION value46(x, y) {
    value46 = ((1.25e1 + (-exp(-fabs((1.0*(y > 3.)))))) - ((fabs(cos((fabs(2) + 0.1)^tanh(x))) + 0.1)^tanh(((-x) * (2 * 0.5))) * (((fabs(x) + 0.1)^tanh(y) + (1.25e1 + y)) / ((fabs(x) + 0.5)^(3) - cos(y)))))
}

FUNCTION value47(x, y) {
    value47 = ceil(0.5)
}

FUNCTION value48(x, y) {
    value48 = (x - (1.25e1 * ((fabs(y) + 0.5)^(3) * ((x * y) / (1.0*(x > x))))))
}

FUNCTION value49(x, y) {
    value49 = (((((x * 3.) + (x / 0.5)) * (-cos(x))) * (fabs(((fabs(3.) + 0.1)^tanh(x) - (-2))) + 0.5)^(3)) + ceil(((-(1.25e1 - 1.25e1)) - (fabs((x - y)) + 0.5)^(3))))
}

FUNCTION value50(x, y) {
    value50 = cos(((fabs((-(-2))) + 0.1)^tanh((fabs((fabs(3.) + 0.5)^(3)) + 0.1)^tanh(floor(1.25e1))) * (fabs((fabs(2) * exp(-fabs(x)))) + 0.5)^(-1)))
}

FUNCTION value51(x, y) {
    value51 = ((fabs(y) + 0.5)^(-2) * (((-(2 - x)) - (sin(x) / (1.0*(y > 2)))) / (fabs((tanh(3.) * (y * 2))) + 0.5)^(4)))
}

FUNCTION value52(x, y) {
    value52 = (-(x / (fabs(((y / 0.5) + (1.0*(2 > y)))) + 0.5)^(-2)))
}

FUNCTION value53(x, y) {
    value53 = (((-y) / (-(-(x + 0.5)))) / (-(fabs(((fabs(y) + 0.5)^(4) - cos(y))) + 0.5)^(-1)))
}

FUNCTION value54(x, y) {
    value54 = fabs((fabs((tanh((1.0*(y > x))) * (fabs(ceil(y)) + 0.5)^(3))) + 0.5)^(-2))
}

FUNCTION value55(x, y) {
    value55 = (fabs((1.0*(fabs((-(x + 1.25e1))) >= (1.25e1 * ((-y) / (fabs(y) + 0.1)^tanh(1.25e1)))))) + 0.5)^(4)
}

FUNCTION value56(x, y) {
    value56 = (fabs((fabs(cos((-sin(1.25e1)))) + 0.1)^tanh((fabs((1.0*((1.0*(2 <= x)) >= (-0.5)))) + 0.1)^tanh((fabs(sin(x)) + 0.1)^tanh((3. - 2))))) + 0.1)^tanh((1.0*(((fabs(0.5) + 0.1)^tanh((0.5 * 1.25e1)) / (fabs((0.5 + y)) + 0.1)^tanh((fabs(x) + 0.5)^(-2))) <= ((fabs((-2)) + 0.1)^tanh((fabs(y) + 0.1)^tanh(1.25e1)) * sqrt(fabs((y + y)))))))
}

FUNCTION value57(x, y) {
    value57 = ((log(fabs((ceil(0.5) / (0.5 / x))) + 1) - (1.0*(((y + y) / (-3.)) >= ((3. + 0.5) / (-y))))) - (1.0*((-(-(1.25e1 + x))) < (-((-y) - sqrt(fabs(1.25e1)))))))
}

FUNCTION value58(x, y) {
    value58 = ((fabs((((fabs(3.) + 0.5)^(-2) / (-y)) + (0.5 - (x + x)))) + 0.5)^(3) * (fabs(cos(x)) + 0.5)^(4))
}

FUNCTION value59(x, y) {
    value59 = 2
}

FUNCTION value60(x, y) {
    value60 = (fabs((cos(y) * (fabs(2) + 0.5)^(-1))) + 0.1)^tanh((fabs(fabs((1.0*((3. + 3.) > (fabs(0.5) + 0.5)^(4))))) + 0.1)^tanh((fabs(((1.25e1 + x) + sin(y))) + 0.1)^tanh(((0.5 - 0.5) * (-y)))))
}

FUNCTION value61(x, y) {
    value61 = (-(1.0*(fabs((3. * (1.25e1 / 1.25e1))) <= (-sqrt(fabs((x * 2)))))))
}

FUNCTION value62(x, y) {
    value62 = ((fabs(((1.0*((fabs(y) + 0.1)^tanh(3.) > (fabs(0.5) + 0.5)^(4))) * exp(-fabs(floor(1.25e1))))) + 0.5)^(-2) + 2)
}

FUNCTION value63(x, y) {
    value63 = (-((((x - 1.25e1) / (y + 3.)) - (fabs((fabs(x) + 0.5)^(3)) + 0.1)^tanh((2 - 3.))) * (fabs(((fabs(2) + 0.5)^(2) / x)) + 0.5)^(-2)))
}

FUNCTION value64(x, y) {
    value64 = (fabs(x) + 0.5)^(-2)
}

FUNCTION value65(x, y) {
    value65 = (fabs(((-((1.25e1 * y) + (2 - y))) * (((0.5 + y) + (fabs(1.25e1) + 0.1)^tanh(y)) + (sqrt(fabs(y)) / (fabs(0.5) + 0.5)^(4))))) + 0.1)^tanh((fabs((fabs((fabs((fabs(1.25e1) + 0.5)^(-2)) + 0.5)^(-2)) + 0.1)^tanh(2)) + 0.1)^tanh(((y * y) - log(fabs(2) + 1))))
}

FUNCTION value66(x, y) {
    value66 = (fabs((y - (fabs((1.0*((fabs(2) + 0.1)^tanh(2) >= (1.25e1 - y)))) + 0.1)^tanh(((fabs(2) + 0.1)^tanh(y) + (x + y))))) + 0.5)^(2)
}

FUNCTION value67(x, y) {
    value67 = (1.0*((fabs(((fabs((fabs(2) + 0.5)^(-1)) + 0.5)^(3) + (1.0*((2 * y) > (2 - x))))) + 0.5)^(3) >= (cos((-(1.0*(y <= y)))) - (((1.0*(3. >= 0.5)) - (y * 3.)) + ((1.0*(3. > 0.5)) - (x + 3.))))))
}

FUNCTION value68(x, y) {
    value68 = (((((fabs(x) + 0.1)^tanh(2) / (fabs(y) + 0.1)^tanh(y)) * tanh((y * y))) / (tanh(3.) + sin((fabs(x) + 0.1)^tanh(y)))) + (fabs((fabs(0.5) + 0.5)^(2)) + 0.5)^(-1))
}

FUNCTION value69(x, y) {
    value69 = (x + (0.5 + (3. - (-sqrt(fabs(y))))))
}

FUNCTION value70(x, y) {
    value70 = ((((-(1.0*(3. <= x))) - ((2 + 1.25e1) + (1.0*(1.25e1 < 1.25e1)))) + x) - (1.0*((fabs((tanh(x) / (fabs(y) + 0.5)^(2))) + 0.5)^(3) >= 1.25e1)))
}

FUNCTION value71(x, y) {
    value71 = (fabs(((-(-(1.0*(y <= 0.5)))) / (fabs(sqrt(fabs(0.5))) / (1.0*((fabs(y) + 0.1)^tanh(1.25e1) < (x / 0.5)))))) + 0.1)^tanh(((fabs(x) + 0.5)^(2) * (fabs(((0.5 * 2) / (fabs(1.25e1) + 0.5)^(-2))) + 0.1)^tanh(((1.0*(0.5 <= 2)) * (-x)))))
}

FUNCTION value72(x, y) {
    value72 = atan((1.0*(((-(1.0*(y < y))) / (fabs(log(fabs(3.) + 1)) + 0.5)^(4)) <= ((1.0*((fabs(y) + 0.1)^tanh(x) < (2 + 0.5))) / ((y * 0.5) * ceil(x))))))
}

FUNCTION value73(x, y) {
    value73 = (y * (ceil((fabs((x - 3.)) + 0.1)^tanh(atan(1.25e1))) / (cos((0.5 + 0.5)) * (1.0*(x > (1.0*(x < 1.25e1)))))))
}

FUNCTION value74(x, y) {
    value74 = (fabs((fabs((fabs(((-y) + (-x))) + 0.5)^(-2)) + 0.1)^tanh((fabs(((1.0*(y < x)) + (fabs(2) + 0.1)^tanh(2))) + 0.1)^tanh(((y / 3.) * atan(1.25e1))))) + 0.1)^tanh(((((2 - 2) / y) + ((fabs(1.25e1) + 0.1)^tanh(y) - (fabs(3.) + 0.1)^tanh(x))) + 2))
}

FUNCTION value75(x, y) {
    value75 = ((-(fabs(((1.25e1 * 0.5) - (1.0*(y > x)))) + 0.5)^(4)) * ((fabs(((fabs(x) + 0.5)^(-2) - (3. + y))) + 0.1)^tanh(exp(-fabs((3. + y)))) - 0.5))
}

FUNCTION value76(x, y) {
    value76 = ceil(0.5)
}

FUNCTION value77(x, y) {
    value77 = fabs((1.0*((((fabs(1.25e1) + 0.1)^tanh(x) - (x - x)) + ((0.5 - x) - (fabs(1.25e1) + 0.5)^(3))) >= (-2))))
}

FUNCTION value78(x, y) {
    value78 = ((fabs(0.5) + 0.5)^(-2) * tanh((((fabs(x) + 0.1)^tanh(2) - (fabs(x) + 0.1)^tanh(1.25e1)) - ((1.25e1 * x) - (x + x)))))
}

FUNCTION value79(x, y) {
    value79 = x
}

FUNCTION value80(x, y) {
    value80 = tanh((-(((3. * 2) / 0.5) + (fabs((y + y)) + 0.5)^(4))))
}

FUNCTION value81(x, y) {
    value81 = ((fabs((((fabs(3.) + 0.1)^tanh(x) - (x - 2)) * ((fabs(x) + 0.5)^(-1) + (fabs(y) + 0.5)^(2)))) + 0.1)^tanh(tanh((-(0.5 * 2)))) - (((1.0*((x + x) < (x * x))) * x) / (fabs(((fabs(y) + 0.5)^(3) * (fabs(y) + 0.5)^(4))) + 0.1)^tanh(sin((1.0*(2 >= 3.))))))
}

FUNCTION value82(x, y) {
    value82 = (fabs(3.) + 0.1)^tanh((fabs(3.) + 0.5)^(3))
}

FUNCTION value83(x, y) {
    value83 = ((fabs(((fabs((1.0*(0.5 >= 1.25e1))) + 0.5)^(2) * (-(-3.)))) + 0.1)^tanh(sin(((3. - x) / (fabs(2) + 0.1)^tanh(1.25e1)))) * (-(1.0*(((fabs(3.) + 0.1)^tanh(y) + (-0.5)) > ((0.5 + x) + (y - 3.))))))
}

FUNCTION value84(x, y) {
    value84 = (fabs(((((0.5 + 3.) * (3. / 1.25e1)) - (fabs((fabs(2) + 0.1)^tanh(y)) + 0.1)^tanh((fabs(x) + 0.5)^(-2))) * 1.25e1)) + 0.1)^tanh(x)
}

FUNCTION value85(x, y) {
    value85 = (fabs((fabs((fabs(((fabs(x) + 0.1)^tanh(x) + fabs(0.5))) + 0.5)^(3)) + 0.5)^(-1)) + 0.1)^tanh(x)
}

FUNCTION value86(x, y) {
    value86 = (fabs((fabs(((-(1.25e1 - x)) + (-(1.25e1 / 0.5)))) + 0.5)^(2)) + 0.1)^tanh((fabs(ceil((fabs((fabs(x) + 0.5)^(4)) + 0.5)^(2))) + 0.5)^(-1))
}

FUNCTION value87(x, y) {
    value87 = (-((1.0*((-(x - y)) < (fabs((0.5 / x)) + 0.5)^(-1))) + (-(fabs((2 * 0.5)) + 0.5)^(2))))
}

FUNCTION value88(x, y) {
    value88 = 3.
}

FUNCTION value89(x, y) {
    value89 = (fabs((((fabs(ceil(1.25e1)) + 0.1)^tanh((2 + 0.5)) + (y - (x - 0.5))) / y)) + 0.5)^(4)
}

FUNCTION value90(x, y) {
    value90 = (-(fabs((2 * (1.0*((-y) <= (y + y))))) + 0.1)^tanh(x))
}

FUNCTION value91(x, y) {
    value91 = ((log(fabs(((x / y) * (3. + x))) + 1) - (fabs(((fabs(x) + 0.5)^(4) / (x + y))) + 0.1)^tanh((1.0*((fabs(y) + 0.5)^(3) < 3.)))) + (((1.0*((fabs(2) + 0.5)^(3) > y)) * (fabs(0.5) + 0.1)^tanh((y + y))) * 2))
}

FUNCTION value92(x, y) {
    value92 = (-(-(((fabs(x) + 0.1)^tanh(y) - (-x)) / sqrt(fabs((0.5 / y))))))
}

FUNCTION value93(x, y) {
    value93 = tanh(((fabs((ceil(3.) - (3. * y))) + 0.5)^(-2) / (((fabs(x) + 0.5)^(-2) - (0.5 - 0.5)) * ((y / x) - (x / 1.25e1)))))
}

FUNCTION value94(x, y) {
    value94 = (1.0*(((ceil((fabs(y) + 0.5)^(3)) * ((y + 2) / (1.25e1 / 1.25e1))) + (fabs((exp(-fabs(x)) * (-x))) + 0.5)^(3)) >= ((-(fabs((2 + y)) + 0.5)^(3)) - 0.5)))
}

FUNCTION value95(x, y) {
    value95 = ((((fabs(tanh(2)) + 0.1)^tanh((-3.)) + (-(1.25e1 - x))) - (fabs(3.) + 0.1)^tanh(((2 - y) - (1.25e1 * 0.5)))) - 1.25e1)
}

FUNCTION value96(x, y) {
    value96 = (1.0*((1.0*(((fabs((fabs(3.) + 0.5)^(3)) + 0.5)^(-1) * ((-1.25e1) + (y - 2))) <= (atan(y) * ((x * 0.5) + (fabs(0.5) + 0.5)^(-1))))) < ((1.0*(((1.25e1 * 2) / (fabs(0.5) + 0.1)^tanh(y)) > (1.0*((fabs(x) + 0.1)^tanh(y) > (x + 2))))) + (((fabs(3.) + 0.1)^tanh(x) / sqrt(fabs(x))) / (-y)))))
}

FUNCTION value97(x, y) {
    value97 = ((fabs((fabs(log(fabs((1.0*(0.5 >= 2))) + 1)) + 0.1)^tanh(((fabs(3.) + 0.5)^(2) / (fabs(3.) + 0.1)^tanh(y)))) + 0.1)^tanh(2) * ((fabs(y) + 0.5)^(-1) - fabs(((x * 3.) / (fabs(y) + 0.5)^(3)))))
}

FUNCTION value98(x, y) {
    value98 = ((-(fabs(log(fabs((-0.5)) + 1)) + 0.5)^(3)) / (log(fabs((1.0*((1.0*(2 < 0.5)) < (-1.25e1)))) + 1) + (((0.5 / x) + x) + ((3. - 2) / cos(2)))))
}

FUNCTION value99(x, y) {
    value99 = (1.0*(((y - ((fabs(3.) + 0.1)^tanh(y) + (fabs(2) + 0.1)^tanh(x))) - ((tanh(y) / (-x)) / ((1.25e1 - x) / (3. * x)))) <= (-(fabs((-(2 / y))) + 0.5)^(3))))
}

FUNCTION value100(x, y) {
    value100 = (fabs((fabs((fabs(y) + 0.1)^tanh(((y + y) - (fabs(0.5) + 0.5)^(-1)))) + 0.1)^tanh((fabs((fabs((fabs(3.) + 0.1)^tanh(y)) + 0.1)^tanh((1.25e1 + 3.))) + 0.5)^(-2))) + 0.1)^tanh((1.0*(2 >= ((1.25e1 * (3. - y)) / ((y * x) - exp(-fabs(0.5)))))))
}

FUNCTION value101(x, y) {
    value101 = x
}

FUNCTION value102(x, y) {
    value102 = tanh((((1.0*((1.0*(2 >= 0.5)) <= (1.0*(y >= 0.5)))) - (-(-3.))) - (((1.25e1 + y) - (fabs(y) + 0.5)^(2)) / y)))
}

FUNCTION value103(x, y) {
    value103 = 1.25e1
}

FUNCTION value104(x, y) {
    value104 = ((fabs((fabs(((y / x) - (fabs(x) + 0.1)^tanh(y))) + 0.1)^tanh((fabs(sin(x)) + 0.1)^tanh((-y)))) + 0.5)^(3) + (1.0*((fabs((fabs((3. / 0.5)) + 0.5)^(-1)) + 0.5)^(-2) < (fabs((-tanh(1.25e1))) + 0.5)^(-1))))
}

FUNCTION value105(x, y) {
    value105 = ((1.0*((((-y) - (1.0*(3. >= x))) * 1.25e1) <= (-(floor(y) / (x * 1.25e1))))) / (fabs(((fabs((2 + 2)) + 0.1)^tanh((fabs(3.) + 0.1)^tanh(3.)) + (1.0*(tanh(x) <= (1.25e1 - y))))) + 0.1)^tanh(((fabs((1.0*(2 < 0.5))) + 0.5)^(2) + ((fabs(1.25e1) + 0.5)^(-2) * (0.5 * x)))))
}

FUNCTION value106(x, y) {
    value106 = ((fabs(((fabs(sqrt(fabs(0.5))) + 0.1)^tanh(cos(3.)) / ((0.5 * x) * (2 * y)))) + 0.1)^tanh((fabs((1.0*(cos(y) >= 0.5))) + 0.5)^(4)) / (-(1.0*(((fabs(2) + 0.5)^(2) / (1.0*(3. <= 0.5))) >= (fabs((1.25e1 / y)) + 0.1)^tanh(cos(y))))))
}

FUNCTION value107(x, y) {
    value107 = (-(fabs((tanh((fabs(1.25e1) + 0.1)^tanh(2)) * (-(0.5 - y)))) + 0.1)^tanh((fabs(cos((fabs(y) + 0.1)^tanh(x))) + 0.1)^tanh((fabs(floor(y)) + 0.5)^(4))))
}

FUNCTION value108(x, y) {
    value108 = (-((sin((0.5 * y)) * (fabs((y + y)) + 0.5)^(3)) + ((fabs((-2)) + 0.5)^(-1) / (x / (1.25e1 - 0.5)))))
}

FUNCTION value109(x, y) {
    value109 = ((fabs((1.0*(x <= ((-x) + (1.25e1 - x))))) + 0.5)^(2) / (y / (-(-(1.25e1 + 0.5)))))
}

FUNCTION value110(x, y) {
    value110 = (fabs((-(fabs(((fabs(x) + 0.1)^tanh(0.5) + (1.0*(y >= 0.5)))) + 0.1)^tanh((1.0*(exp(-fabs(0.5)) <= (x + y)))))) + 0.1)^tanh((x / ((-(y / 3.)) / 1.25e1)))
}

FUNCTION value111(x, y) {
    value111 = (fabs(floor((fabs((fabs((fabs(2) + 0.1)^tanh(x)) + 0.1)^tanh(fabs(y))) + 0.5)^(2))) + 0.5)^(-2)
}

FUNCTION value112(x, y) {
    value112 = (y + 1.25e1)
}

FUNCTION value113(x, y) {
    value113 = ceil((-y))
}

FUNCTION value114(x, y) {
    value114 = fabs(((((y + x) + (-3.)) + ((1.0*(x > x)) + (x * 0.5))) * (((1.0*(y > x)) - x) * (sin(y) - (y + 2)))))
}

FUNCTION value115(x, y) {
    value115 = (fabs(((fabs(((y + x) / (fabs(x) + 0.1)^tanh(1.25e1))) + 0.1)^tanh(((fabs(y) + 0.5)^(4) + (y + x))) / (fabs(((y / x) + fabs(x))) + 0.1)^tanh(((-x) * (3. / 2))))) + 0.1)^tanh((((2 * exp(-fabs(x))) * 2) * 0.5))
}

FUNCTION value116(x, y) {
    value116 = sin((-(((fabs(1.25e1) + 0.5)^(-1) + (-y)) / ((0.5 / x) + (y - y)))))
}

FUNCTION value117(x, y) {
    value117 = (((1.0*(cos(ceil(x)) > (1.0*((fabs(2) + 0.5)^(3) > (fabs(0.5) + 0.5)^(3))))) - x) - (1.0*((1.25e1 + ((0.5 - 3.) * (3. / y))) < exp(-fabs(((fabs(2) + 0.1)^tanh(x) * y))))))
}

FUNCTION value118(x, y) {
    value118 = (fabs((1.0*(y >= (1.25e1 - (fabs((fabs(x) + 0.1)^tanh(0.5)) + 0.5)^(2))))) + 0.5)^(3)
}

FUNCTION value119(x, y) {
    value119 = 2
}
