/// Work on many things side by side, whose results are handed out in the order of the things.
enum InOrder {
  /// Does work for each input, at most so many at once.
  ///
  /// - Parameter begin: is called for one input after the other, in their order, right before the work on it
  ///   may begin; the work has what it gives.
  static func run<Input: Sendable, Beginning: Sendable, Outcome: Sendable>(
    _ inputs: [Input],
    atMost limit: Int,
    beginning begin: (Input) -> Beginning,
    _ work: @escaping @Sendable (Input, Beginning) async -> Outcome,
    handOut: (Int, Outcome) -> Void
  ) async {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var waiting = inputs.enumerated().makeIterator()
      func startNext() {
        guard let (index, input) = waiting.next() else { return }
        let beginning = begin(input)
        group.addTask { (index, await work(input, beginning)) }
      }
      for _ in 0..<min(limit, inputs.count) { startNext() }
      var finished: [Int: Outcome] = [:]
      var next = 0
      for await (index, outcome) in group {
        finished[index] = outcome
        startNext()
        while let outcome = finished.removeValue(forKey: next) {
          handOut(next, outcome)
          next += 1
        }
      }
    }
  }
}
