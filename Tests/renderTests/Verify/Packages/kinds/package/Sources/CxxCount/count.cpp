#include "CxxCount.h"
