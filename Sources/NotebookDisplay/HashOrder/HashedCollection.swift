/// A collection whose order is that of a hash, which means nothing.
protocol HashedCollection {
  /// Its elements as its description writes them, in the order in which they come.
  var writtenElements: [String] { get }
  /// What it holds.
  var heldValues: [Any] { get }
}

extension Set: HashedCollection {
  var writtenElements: [String] { map { HashOrder.written($0) } }
  var heldValues: [Any] { Array(self) }
}

extension Dictionary: HashedCollection {
  var writtenElements: [String] {
    map { HashOrder.written($0.key) + ": " + HashOrder.written($0.value) }
  }
  var heldValues: [Any] { flatMap { [$0.key, $0.value] as [Any] } }
}

extension Dictionary.Keys: HashedCollection {
  var writtenElements: [String] { map { HashOrder.written($0) } }
  var heldValues: [Any] { Array(self) }
}

extension Dictionary.Values: HashedCollection {
  var writtenElements: [String] { map { HashOrder.written($0) } }
  var heldValues: [Any] { Array(self) }
}

// Whatever writes one of these by what `print` asks a value for comes here, also in a library's code.

extension Set: @retroactive TextOutputStreamable {
  /// Writes its description, and tells that the order means nothing.
  ///
  /// ```swift
  /// var text = ""
  /// Set([1]).write(to: &text)
  /// text  // => [1]
  /// ```
  public func write(to target: inout some TextOutputStream) {
    HashOrder.tell(of: self)
    target.write(description)
  }
}

extension Dictionary: @retroactive TextOutputStreamable {
  /// Writes its description, and tells that the order means nothing.
  ///
  /// ```swift
  /// var text = ""
  /// ["a": 1].write(to: &text)
  /// text  // => ["a": 1]
  /// ```
  public func write(to target: inout some TextOutputStream) {
    HashOrder.tell(of: self)
    target.write(description)
  }
}
