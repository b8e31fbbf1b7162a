: the C++ that files for NEURON 9 use: handles of variables, new, delete, std::copy, pointers to PROCEDUREs
NEURON { POINT_PROCESS VbCpp  POINTER ptr  RANGE result, every }
PARAMETER { every = 0.5 (ms) }
ASSIGNED { ptr result }
VERBATIM
#ifdef NRN_MECHANISM_DATA_IS_SOA
using handle = decltype(hoc_hgetarg<double>(42));
#else
typedef double* handle;
#endif
typedef struct {
    handle* watched;
    double* scales;
    int n, room;
    int (*process)(_internalthreadargsproto_);
} Info;
#define INFO Info** place = (Info**)(&(_p_ptr)); Info* info = *place
ENDVERBATIM
CONSTRUCTOR {
VERBATIM {
    INFO;
    info = (Info*)hoc_Emalloc(sizeof(Info)); hoc_malchk();
    info->n = 0;
    info->room = 1;
    info->watched = new handle[info->room];
    info->scales = new double[info->room];
    info->process = &average;
    *place = info;
    if (ifarg(2)) { every = *getarg(2); }
}
ENDVERBATIM
}
DESTRUCTOR {
VERBATIM {
    INFO;
    delete[] info->watched;
    delete[] info->scales;
    free(info);
}
ENDVERBATIM
}
INITIAL { result = -1  net_send(0, 1) }
NET_RECEIVE (w) {
VERBATIM {
    INFO;
    info->process(_threadargs_);
}
ENDVERBATIM
    net_send(every, 1)
}
PROCEDURE add() {
VERBATIM {
    INFO;
    if (info->n >= info->room) {
        info->room += 2;
        auto old = info->watched;
        auto old_scales = info->scales;
        info->watched = new handle[info->room];
        info->scales = new double[info->room];
        std::copy(old, old + info->n, info->watched);
        std::copy(old_scales, old_scales + info->n, info->scales);
        delete[] old;
        delete[] old_scales;
    }
    handle one = hoc_hgetarg<double>(1);
    info->watched[info->n] = one;
    info->scales[info->n] = ifarg(2) ? *getarg(2) : 1.;
    ++info->n;
}
ENDVERBATIM
}
PROCEDURE average() {
VERBATIM {
    INFO;
    double sum = 0;
    for (int i = 0; i < info->n; ++i) { sum += *info->watched[i] * info->scales[i]; }
    result = info->n > 0 ? sum / info->n : 0.;
}
ENDVERBATIM
}
PROCEDURE sum() {
VERBATIM {
    INFO;
    result = 0;
    for (int i = 0; i < info->n; ++i) { result += (*info->watched[i]) * info->scales[i]; }
}
ENDVERBATIM
}
PROCEDURE choose() {
VERBATIM {
    INFO;
    info->process = strcmp(gargstr(1), "sum") == 0 ? &sum : &average;
}
ENDVERBATIM
}
