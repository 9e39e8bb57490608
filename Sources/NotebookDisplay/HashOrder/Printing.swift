#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

// In cells these take the place of the standard library's functions of the same names, and do the same.
// A function that a cell or another module declares takes the place of both.

/// Prints as the standard library does, and tells of the collections whose order means nothing.
@_spi(Cells) @_disfavoredOverload
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  writeInTurn(items, separator, terminator) {
    Swift.print($0, terminator: $1)
  }
}

/// Prints as the standard library does, and tells of the collections whose order means nothing.
@_spi(Cells) @_disfavoredOverload
public func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  writeInTurn(items, separator, terminator) {
    Swift.debugPrint($0, terminator: $1)
  }
}

/// Prints as the standard library does, and tells of the collections whose order means nothing.
@_spi(Cells) @_disfavoredOverload
public func print<Target>(
  _ items: Any...,
  separator: String = " ",
  terminator: String = "\n",
  to output: inout Target
) where Target: TextOutputStream {
  write(items, separator, terminator, to: &output) { Swift.print($0, terminator: $1, to: &$2) }
}

/// Prints as the standard library does, and tells of the collections whose order means nothing.
@_spi(Cells) @_disfavoredOverload
public func debugPrint<Target>(
  _ items: Any...,
  separator: String = " ",
  terminator: String = "\n",
  to output: inout Target
) where Target: TextOutputStream {
  write(items, separator, terminator, to: &output) { Swift.debugPrint($0, terminator: $1, to: &$2) }
}

/// One call's items are printed without another thread's between them.
private func writeInTurn(
  _ items: [Any],
  _ separator: String,
  _ terminator: String,
  by write: (Any, String) -> Void
) {
  flockfile(stdout)
  defer { funlockfile(stdout) }
  guard let last = items.last else { return Swift.print(terminator: terminator) }
  for item in items.dropLast() {
    HashOrder.tell(of: item)
    write(item, separator)
  }
  HashOrder.tell(of: last)
  write(last, terminator)
}

private func write<Target: TextOutputStream>(
  _ items: [Any],
  _ separator: String,
  _ terminator: String,
  to output: inout Target,
  by write: (Any, String, inout Target) -> Void
) {
  guard let last = items.last else { return output.write(terminator) }
  for item in items.dropLast() {
    HashOrder.tell(of: item)
    write(item, separator, &output)
  }
  HashOrder.tell(of: last)
  write(last, terminator, &output)
}
