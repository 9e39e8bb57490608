// What `Notebooks/softmax-layer.md` computes and shows, as a program that somebody would write by
// hand: the yardstick for the time that rendering the notebook takes.
import LayerCalculus
import NotebookDisplay
import Plotting

let x: Vector = [0.1, 0.5, 0.4]
let W: Matrix = [
  [0.1, 0.2, 0.3, 0.4, 0.5],
  [0.6, 0.7, 0.8, 0.9, 0.1],
  [0.11, 0.12, 0.13, 0.14, 0.15],
]
let z = W.transposed * x
print(W.transposed, x, z)

let h = softmax(z)
print(h)
print(h.indexOfMaximum + 1, h.maximum.percent(1))

let dSdz = Matrix.diagonal(h) - outerProduct(h, h)
print(dSdz)
print(dSdz[2, 2].digits(8))

var dzdW = Matrix(repeating: 0, rows: W.count, columns: z.count)
for k in z.indices {
  for j in x.indices {
    dzdW[k * x.count + j, k] = x[j]
  }
}
print(dzdW)

let dSdW = dSdz * dzdW.transposed
print(dSdW)
print(dSdW[1, 4].digits(8))

let index = ["₀", "₁", "₂", "₃", "₄", "₅"]
let map = HeatMap(
  dSdW.rowVectors.map(\.elements),
  rows: (1...5).map { t in "h" + index[t] },
  columns: (1...5).flatMap { i in (1...3).map { j in "w" + index[j] + index[i] } }
)
print(map.display)

let shortcut = Matrix(
  h.indices.map { t in
    h.indices.flatMap { i in
      x.map { h[t] * (kroneckerDelta(i, t) - h[i]) * $0 }
    }
  }
)
print(shortcut)
print(maximumAbsoluteDifference(shortcut, dSdW) < 1e-15)

let sums = dSdW.columnSums
print(sums.map { abs($0) }.maximum < 1e-15)

let y = oneHot(2, count: 5)
let v = crossEntropyActivationGradient(activations: h, targets: y)
let weighted = v * dSdW
print((-1 / h[2]).digits(4))

let gradient = Matrix(rows: 5, columns: 3, elements: weighted).transposed
print(gradient.digits(4))

func loss(_ W: Matrix) -> Double {
  crossEntropy(logits: weightedSums(weights: W, inputs: x), targets: y)
}
let plain = Matrix(rows: 5, columns: 3, elements: sums).transposed
print(crossEntropy(logits: z, targets: y).digits(4))
print("plain sums:   ", loss(W - plain).digits(4))
print("weighted sums:", loss(W - gradient).digits(4))

let u = hadamard(h, v.map { $0 - v.dot(h) })
let direct = outerProduct(x, u)
print(maximumAbsoluteDifference(direct, gradient) < 1e-15)
print((h - y).asRow.digits(4), outerProduct(x, h - y).digits(4))

let step = 1e-5
var measured = Matrix(repeating: 0, rows: 3, columns: 5)
for j in x.indices {
  for i in h.indices {
    var (up, down) = (W, W)
    up[j, i] += step
    down[j, i] -= step
    measured[j, i] = (loss(up) - loss(down)) / (2 * step)
  }
}
print(maximumAbsoluteDifference(measured, direct) < 1e-9)

let (inputs, outputs) = (1000, 1000)
print(inputs.grouped(), (outputs * outputs).grouped(), (outputs * inputs * outputs).grouped())
print(dSdz.count, dzdW.count, dSdW.count, direct.count)
print((inputs * outputs).grouped(), 8 * outputs * inputs * outputs / 1_000_000_000)
