#ifndef LECTERN_NETTLE_H
#define LECTERN_NETTLE_H

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#endif
