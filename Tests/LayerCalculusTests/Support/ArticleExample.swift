import LayerCalculus

/// The example of *Derivative of the Softmax Layer*.
enum ArticleExample {
  static let x: Vector = [0.1, 0.5, 0.4]
  static let W: Matrix = [
    [0.1, 0.2, 0.3, 0.4, 0.5],
    [0.6, 0.7, 0.8, 0.9, 0.1],
    [0.11, 0.12, 0.13, 0.14, 0.15],
  ]
  static let h = softmax(weightedSums(weights: W, inputs: x))
}
