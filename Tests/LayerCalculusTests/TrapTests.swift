import LayerCalculus
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// That misuse ends the program with a message and, where a function can know it, the caller's line.
@Suite("Traps")
struct TrapTests {
  @Test("softmax of a NaN names the function, the element and the caller's line")
  func notebookLine() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      softmaxOfNaNInNotebook()
    }
    let printed = text(result)
    #expect(printed.contains("/notebook.md:40: Fatal error: softmax: "))
    #expect(printed.contains("softmax: logits must be finite, but element 1 is nan (shape 2)"))
  }

  @Test("inputs that do not fit the weights")
  func inputsAndWeights() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      let W = Matrix(repeating: 1, rows: 3, columns: 5)
      _ = weightedSums(weights: W, inputs: [1, 2] as Vector)
    }
    let printed = text(result)
    #expect(printed.contains("/TrapTests.swift:"))
    #expect(
      printed.contains(
        "weightedSums: weights of shape 3×5 and inputs of shape 2 do not fit together: 3 is not 2"
      )
    )
  }

  @Test("an operator says which operation and which shapes")
  func operators() async {
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ([1, 2] as Vector) + [1, 2, 3]
    }
    #expect(
      text(sum).contains(
        "Vector + Vector: left side of shape 2 and right side of shape 3 must have the same shape"
      )
    )
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.identity(3) * Matrix.identity(2)
    }
    #expect(
      text(product).contains(
        "dot: left side of shape 3×3 and right side of shape 2×2 do not fit together: 3 is not 2"
      )
    )
  }

  @Test("indices outside")
  func indices() async {
    let element = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x: Vector = [1, 2, 3]
      _ = x[3]
    }
    #expect(text(element).contains("Vector: index 3 is outside 0..<3 (shape 3)"))
    #expect(text(element).contains("/TrapTests.swift:"))
    let column = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.identity(2)[0, -1]
    }
    #expect(text(column).contains("Matrix: column -1 is outside 0..<2 (shape 2×2)"))
    let target = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = crossEntropy(logits: [1, 2], target: 2)
    }
    #expect(text(target).contains("crossEntropy: target 2 is outside 0..<2 (shape 2)"))
  }

  @Test("empty and ragged arrays")
  func construction() async {
    let empty = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = softmax([] as Vector)
    }
    #expect(
      text(empty).contains("Vector: a vector needs at least one element, but its shape is 0")
    )
    let ragged = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = [[1, 2], [3]] as Matrix
    }
    #expect(text(ragged).contains("Matrix: all rows must be equally long"))
  }

  @Test("logits given as activations")
  func logitsAsActivations() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = softmaxJacobian(activations: [0.5, 2])
    }
    #expect(
      text(result).contains(
        "softmaxJacobian: activations must be between 0 and 1, but element 1 is 2.0 (shape 2)"
      )
    )
  }

  #if canImport(Glibc)
    @Test("a Jacobian beyond the program's limit says what does without it")
    func memory() async {
      let result = await #expect(
        processExitsWith: .failure,
        observing: [\.standardErrorContent]
      ) {
        var limits = rlimit(rlim_cur: 6 << 30, rlim_max: 6 << 30)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limits)
        _ = softmaxJacobian(activations: Vector(repeating: 0, count: 30_000))
      }
      let printed = text(result)
      #expect(printed.contains("softmaxJacobian: a matrix of shape 30000×30000 takes 7.2 GB"))
      #expect(printed.contains("'softmaxVectorJacobianProduct'"))
    }
  #endif

  private func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}

/// What a notebook's cell becomes; a macro's argument would not keep the place.
private func softmaxOfNaNInNotebook() {
  #sourceLocation(file:"Notebooks/notebook.md",line:40)
  _ = softmax([1, .nan] as Vector)
  #sourceLocation()
}
