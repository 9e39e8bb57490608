import Foundation
import NotebookTranscript

/// What `swift-symbolgraph-extract` writes, as far as it is needed.
///
/// Source: the format of swift-docc-symbolkit.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Kind: Decodable { var identifier: String }
    struct Identifier: Decodable { var precise: String }
    struct Availability: Decodable {
      var domain: String?
      var isUnconditionallyUnavailable: Bool?
      var isUnconditionallyDeprecated: Bool?
      var deprecated: Version?
      var obsoleted: Version?
    }
    /// A version, of which only that there is one counts.
    struct Version: Decodable {}
    struct Location: Decodable {
      struct Position: Decodable {
        /// From 0.
        var line: Int
        /// From 0.
        var character: Int
      }
      var uri: String
      var position: Position
    }

    var kind: Kind
    var identifier: Identifier
    var pathComponents: [String]
    var availability: [Availability]?
    var location: Location?
    var spi: Bool?
  }

  struct Relationship: Decodable {
    struct Origin: Decodable { var identifier: String }

    var kind: String
    var source: String
    var target: String
    /// The requirement of a protocol that the source fulfils.
    var sourceOrigin: Origin?
  }

  struct Module: Decodable { var name: String }

  var module: Module
  var symbols: [Symbol]
  var relationships: [Relationship]
}

extension SymbolGraph {
  /// The kinds that an example hardly ever names: what is mostly inferred, or never called.
  private static let unnamed: Set = ["swift.associatedtype", "swift.deinit", "swift.extension"]

  /// The symbols that examples can show: not those that the compiler wrote, that are out of use, or that fulfil a
  /// protocol of another module, which is documented there.
  var publicSymbols: [PublicSymbol] {
    let own = Set(symbols.map(\.identifier.precise))
    let foreign = Set(
      relationships.filter { $0.sourceOrigin.map { !own.contains($0.identifier) } ?? false }
        .map(\.source)
    )
    return symbols.compactMap { symbol in
      let isOutOfUse = symbol.availability?.contains(where: \.isOutOfUse) ?? false
      guard let location = symbol.location, let file = URL(string: location.uri),
        symbol.spi != true,
        !isOutOfUse, !Self.unnamed.contains(symbol.kind.identifier),
        !foreign.contains(symbol.identifier.precise)
      else { return nil }
      return PublicSymbol(
        identifier: symbol.identifier.precise,
        name: symbol.pathComponents.joined(separator: "."),
        module: module.name,
        kind: symbol.kind.word,
        path: file.path,
        line: location.position.line + 1,
        column: location.position.character + 1
      )
    }
  }
}

extension SymbolGraph.Symbol.Kind {
  /// What it is, in words.
  fileprivate var word: String {
    let word = identifier.split(separator: ".").dropFirst().joined(separator: ".")
    return switch word {
    case "func": "function"
    case "func.op": "operator"
    case "init": "initializer"
    case "enum.case": "case"
    case "type.method": "static method"
    case "type.property": "static property"
    case "type.subscript": "static subscript"
    case "var": "variable"
    default: word
    }
  }
}

extension SymbolGraph.Symbol.Availability {
  /// Whether it is not meant to be used any more, or not here.
  fileprivate var isOutOfUse: Bool {
    isUnconditionallyUnavailable == true || isUnconditionallyDeprecated == true
      || domain == nil && (deprecated != nil || obsoleted != nil)
  }
}
