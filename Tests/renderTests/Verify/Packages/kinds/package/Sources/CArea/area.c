#include "CArea.h"

double area_of_square(double side) { return side * side; }
