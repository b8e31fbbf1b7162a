: a struct on the heap for every instance
NEURON { POINT_PROCESS VbRecord  POINTER p  RANGE total }
VERBATIM
typedef struct Item { double time; int count; struct Item* next; } Item;
typedef struct { Item* head; int n; double sums[3]; char name[16]; } Book;
#define BOOK ((Book*)_p_p)
ENDVERBATIM
ASSIGNED { p total }
INITIAL { total = 0 }
NET_RECEIVE (w) {
VERBATIM
    Book* b = BOOK;
    if (!b) { return; }
    Item* item = (Item*)malloc(sizeof(Item));
    item->time = t;
    item->count = b->n++;
    item->next = b->head;
    b->head = item;
    b->sums[b->n % 3] += _args[0];
    total = 0;
    for (item = b->head; item; item = item->next) {
        total += item->time * (item->count + 1);
    }
ENDVERBATIM
}
PROCEDURE open() {
VERBATIM
    Book* b = (Book*)calloc(1, sizeof(Book));
    sprintf(b->name, "book %d", (int)*getarg(1));
    *((Book**)(&_p_p)) = b;
ENDVERBATIM
}
FUNCTION sum(k) {
VERBATIM
    return BOOK->sums[(int)_lk] + 100 * strlen(BOOK->name) + 1000 * (BOOK->name[5] - '0');
ENDVERBATIM
}
