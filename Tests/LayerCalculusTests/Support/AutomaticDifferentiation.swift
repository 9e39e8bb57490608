import LayerCalculus
import _Differentiation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The layer written once more from its definition, on plain arrays and without any formula for a
// derivative: the compiler derives those.

@differentiable(reverse)
private func activation(_ logits: [Double], _ index: Int) -> Double {
  var total = 0.0
  for other in 0..<withoutDerivative(at: logits.count) { total += exp(logits[other]) }
  return exp(logits[index]) / total
}

/// Weights are listed output by output, as the columns of dS/dW are.
@differentiable(reverse,wrt: weights)
private func layerActivation(_ weights: [Double], _ inputs: [Double], _ index: Int) -> Double {
  let outputs = withoutDerivative(at: weights.count) / inputs.count
  var own = 0.0
  var total = 0.0
  for output in 0..<outputs {
    var sum = 0.0
    for input in 0..<inputs.count {
      sum += weights[output * inputs.count + input] * inputs[input]
    }
    total += exp(sum)
    if output == index { own += exp(sum) }
  }
  return own / total
}

@differentiable(reverse,wrt: logits)
private func loss(_ logits: [Double], _ targets: [Double]) -> Double {
  var loss = 0.0
  for index in 0..<targets.count { loss -= targets[index] * log(activation(logits, index)) }
  return loss
}

/// The Jacobian of softmax by automatic differentiation.
func automaticSoftmaxJacobian(_ logits: Vector) -> Matrix {
  Matrix(
    logits.indices.map { index in
      gradient(at: logits.elements) { activation($0, index) }.base
    }
  )
}

/// dS/dW, outputs × (inputs·outputs), by automatic differentiation.
func automaticLayerJacobian(weights: Matrix, inputs: Vector) -> Matrix {
  let flat = weights.transposed.elements
  let inputs = inputs.elements
  return Matrix(
    (0..<weights.columns).map { index in
      gradient(at: flat) { layerActivation($0, inputs, index) }.base
    }
  )
}

/// The gradient of cross-entropy with respect to the logits by automatic differentiation.
func automaticLossGradient(logits: Vector, targets: Vector) -> Vector {
  let targets = targets.elements
  return Vector(gradient(at: logits.elements) { loss($0, targets) }.base)
}
