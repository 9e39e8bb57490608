import LayerCalculus

/// The Jacobian of a function by central differences: element (i, j) is ∂f_i/∂x_j, good to some ten
/// digits for functions of ordinary size.
func finiteDifferences(at point: Vector, of function: (Vector) -> Vector) -> Matrix {
  let step = 1e-5
  let columns = point.indices.map { index in
    var (above, below) = (point, point)
    above[index] += step
    below[index] -= step
    return (function(above) - function(below)) / (2 * step)
  }
  return Matrix(rows: columns).transposed
}

/// The gradient of a scalar function by central differences.
func finiteDifferences(at point: Vector, of function: (Vector) -> Double) -> Vector {
  finiteDifferences(at: point) { [function($0)] as Vector }.row(0)
}
