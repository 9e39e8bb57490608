/// The area of a square.
double area_of_square(double side);
