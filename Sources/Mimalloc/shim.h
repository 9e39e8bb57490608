#ifndef LECTERN_MIMALLOC_H
#define LECTERN_MIMALLOC_H

#include <mimalloc.h>

#endif
