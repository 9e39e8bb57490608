/// What is kept for a key: a result; or, where things were met on the way to it that determine it too,
/// such as files that were opened, their names. What these things are now leads to the result.
public enum Traced<Result: Sendable>: Sendable {
  /// The result.
  case result(Result)
  /// The names of the things.
  case met([String])
}

/// Something that was met while a result was made, and that determines it.
public protocol TracedThing {
  /// By what it can be looked at again.
  var tracedName: String { get }
  /// Adds it, as it was or is, to the parts of the result.
  func add(to parts: inout KeyParts)
}

extension ResultCoding {
  /// A first byte tells which; then come either the result's own bytes or the names.
  public static func traced<Result: Sendable>(_ result: ResultCoding<Result>) -> ResultCoding
  where Value == Traced<Result> {
    ResultCoding { entry in
      switch entry {
      case .result(let value): return result.encode(value).map { [0] + $0 }
      case .met(let names):
        var bytes: [UInt8] = [1]
        for name in names { bytes.append(text: name) }
        return bytes
      }
    } decode: { bytes in
      switch bytes.first {
      case 0: return result.decode(bytes.dropFirst()).map { .result($0) }
      case 1:
        var reader = ByteReader(bytes.dropFirst())
        return reader.takeTexts().map { .met($0) }
      default: return nil
      }
    }
  }
}

/// A result that was found, and what was met on the way to it, as it is now.
public struct Found<Result, Thing> {
  /// The result.
  public let value: Result
  /// The things, in the order in which they were met first.
  public let met: [Thing]
  /// All parts by which it was found.
  public let parts: KeyParts
}

extension Memo {
  /// The result that is kept for what was met on the way to it, as it is now; `nil` where there is none.
  /// - Parameter look: looks at a thing again.
  public func found<Result, Thing: TracedThing>(
    lookingAt look: (_ name: String) -> Thing
  ) -> Found<Result, Thing>? where Value == Traced<Result> {
    guard var parts = sought else { return nil }
    switch found(parts) {
    case .result(let value): return Found(value: value, met: [], parts: parts)
    case .met(let names):
      let met = names.map(look)
      for thing in met { thing.add(to: &parts) }
      guard case .result(let value) = found(parts) else { return nil }
      return Found(value: value, met: met, parts: parts)
    case nil: return nil
    }
  }

  /// Keeps a result that was made just now.
  ///
  /// - Parameters:
  ///   - value: the result.
  ///   - met: what was met on the way to it, as it was then.
  public func keep<Result>(_ value: Result, meeting met: [some TracedThing])
  where Value == Traced<Result> {
    guard var parts else { return }
    var withoutTools = partsWithoutTools
    if !met.isEmpty {
      var seen: Set<String> = []
      let names = met.map(\.tracedName).filter { seen.insert($0).inserted }
      keep(.met(names), for: parts, withoutTools: withoutTools)
      for thing in met { thing.add(to: &parts) }
      withoutTools = withoutTools.map { known in
        met.reduce(into: known) { $1.add(to: &$0) }
      }
    }
    keep(.result(value), for: parts, withoutTools: withoutTools)
  }
}
