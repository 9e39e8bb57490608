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

/// A billion multiplications and additions of numbers that are at hand: what the vector units allow.
/// - Parameters:
///   - factors: twelve of them.
///   - numbers: eight of them.
func multiplying(_ factors: UnsafePointer<Double>, _ numbers: UnsafePointer<Double>) -> Double {
  typealias Lanes = SIMD8<Double>
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  var (e, f, g, h) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  var (i, j, k, l) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for _ in 0..<5_208_333 {
    let x = UnsafeRawPointer(numbers).loadUnaligned(as: Lanes.self)
    a.addProduct(factors[0], x)
    b.addProduct(factors[1], x)
    c.addProduct(factors[2], x)
    d.addProduct(factors[3], x)
    e.addProduct(factors[4], x)
    f.addProduct(factors[5], x)
    g.addProduct(factors[6], x)
    h.addProduct(factors[7], x)
    i.addProduct(factors[8], x)
    j.addProduct(factors[9], x)
    k.addProduct(factors[10], x)
    l.addProduct(factors[11], x)
  }
  // As vectors: what is added across makes the compiler take the loop apart.
  let place = UnsafeMutablePointer<Lanes>.allocate(capacity: 12)
  defer { place.deallocate() }
  for (index, sum) in [a, b, c, d, e, f, g, h, i, j, k, l].enumerated() { place[index] = sum }
  return place[0][0]
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
    times = (0..<5).map { _ in
      seconds {
        result = left.withElements { factors in
          right.withElements { numbers in
            guard let a = factors.baseAddress, let b = numbers.baseAddress else { return 0 }
            return multiplying(a, b)
          }
        }
      }
    }
  default:
    guard let kernel = kernels[words[0]] else { fatalError("there is no kernel '\(words[0])'") }
    times = (0..<(Int(words[1]) ?? 1)).map { _ in seconds { result = kernel() } }
  }
  print(result, times.map { String($0) }.joined(separator: " "))
  fflush(stdout)
}
