#ifndef LECTERN_NETTLE_H
#define LECTERN_NETTLE_H

#include <nettle/sha2.h>

#endif
