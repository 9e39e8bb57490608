import ResultStore

extension KeyParts {
  /// Adds in what a program runs. Whether a sandbox can be had is the machine's affair: what a program came
  /// to in one is what it comes to elsewhere.
  mutating func add(_ confinement: Confinement) {
    add(.sandbox, texts: [confinement.mode == .off ? "off" : "on"] + confinement.outputs)
  }
}
