#ifndef LECTERN_ZLIB_H
#define LECTERN_ZLIB_H

#include <zlib.h>

#endif
