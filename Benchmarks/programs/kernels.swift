// The kernels of LayerCalculus as `Benchmarks/run kernels` asks for them: a line names one and how often it is to be
// run; the answer is the seconds of each run.
import Foundation
import LayerCalculus

let folder = CommandLine.arguments[1]

func numbers(_ name: String) -> [Double] {
  let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
  return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
}

func matrix(_ name: String, _ rows: Int, _ columns: Int) -> Matrix {
  Matrix(rows: rows, columns: columns, elements: numbers(name))
}

let logits = Vector(numbers("logits"))
let batch = matrix("batch", 4096, 1000)
let activations = softmax(Vector(numbers("classes")))
let weights = matrix("weights", 64, 8192)
let inputs = Vector(numbers("inputs"))
let features = Vector(numbers("features"))
let upstream = Vector(numbers("upstream"))
let outputs = softmax(Vector(numbers("outputs")))
let (left, right) = (matrix("left", 1024, 1024), matrix("right", 1024, 1024))
let (samples, layer) = (matrix("samples", 512, 784), matrix("layer", 784, 10))
let targets = Matrix(rows: numbers("labels").map { oneHot(Int($0), count: 10) })

/// Each returns something of its result, to be compared with the other program's.
let kernels: [String: () -> Double] = [
  "exp": { exp(logits)[77] },
  "softmax": { softmax(logits)[77] },
  "rows": { softmax(batch)[77, 7] },
  "jacobian": { softmaxJacobian(activations: activations)[77, 7] },
  "sums": { weightedSums(weights: weights, inputs: inputs)[77] },
  "gradient": {
    softmaxLayerWeightGradient(activations: outputs, inputs: features, upstream: upstream)[77, 7]
  },
  "product": { left.dot(right)[77, 7] },
  "chain": {
    let loss = softmaxLayerLoss(weights: layer, inputs: samples, targets: targets)
    return loss.mean + loss.weightGradient[77, 7]
  },
]

func seconds(_ body: () -> Void) -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}

/// Copies numbers: what the memory allows, the caches included.
func copying(_ bytes: Int) -> () -> Void {
  let count = bytes / 16
  let source = UnsafeMutablePointer<Double>.allocate(capacity: count)
  let target = UnsafeMutablePointer<Double>.allocate(capacity: count)
  source.initialize(repeating: 1, count: count)
  target.initialize(repeating: 0, count: count)
  return { for index in 0..<count { target[index] = source[index] } }
}

/// A billion multiplications and additions in registers: what the vector units allow.
func multiplying() -> Double {
  var sums = (
    SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero,
    SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero,
    SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero
  )
  let (x, y) = (SIMD8(repeating: left[0, 0]), SIMD8(repeating: right[0, 0]))
  for _ in 0..<10_416_667 / 2 {
    sums.0.addProduct(x, y)
    sums.1.addProduct(x, y)
    sums.2.addProduct(x, y)
    sums.3.addProduct(x, y)
    sums.4.addProduct(x, y)
    sums.5.addProduct(x, y)
    sums.6.addProduct(x, y)
    sums.7.addProduct(x, y)
    sums.8.addProduct(x, y)
    sums.9.addProduct(x, y)
    sums.10.addProduct(x, y)
    sums.11.addProduct(x, y)
  }
  let a = sums.0 + sums.1 + sums.2 + sums.3 + sums.4 + sums.5
  return (a + sums.6 + sums.7 + sums.8 + sums.9 + sums.10 + sums.11).sum()
}

while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  var result = 0.0
  var times: [Double] = []
  switch words[0] {
  case "copy":
    let copy = copying(Int(words[1]) ?? 0)
    copy()
    times = (0..<9).map { _ in seconds(copy) }
  case "multiply":
    times = (0..<5).map { _ in seconds { result = multiplying() } }
  default:
    guard let kernel = kernels[words[0]] else { fatalError("there is no kernel '\(words[0])'") }
    times = (0..<(Int(words[1]) ?? 1)).map { _ in seconds { result = kernel() } }
  }
  print(result, times.map { String($0) }.joined(separator: " "))
  fflush(stdout)
}
