import Documents
import ResultStore

/// What a formula means to MathJax.
public struct FormulaTree: Sendable {
  /// Its tree, if it could be read.
  public let tree: MathTree?
  /// What is wrong with it, in the order of reading.
  public let problems: [FormulaFault]

  /// What the script says about it.
  struct Reply: Decodable, Sendable {
    let problems: [FormulaReply.Problem]
    let tree: MathTree?

    func tree(of tex: String) -> FormulaTree {
      let offsets = Self.offsets(in: tex)
      return FormulaTree(
        tree: offsets.isEmpty
          ? tree : tree?.replacingPlaces { offsets[min(max($0, 0), offsets.count - 1)] },
        problems: problems.map { $0.fault(in: tex) }
      )
    }

    /// For each offset in UTF-16, as scripts count, the one in UTF-8; empty where both are the same.
    private static func offsets(in tex: String) -> [Int] {
      guard tex.utf16.count != tex.utf8.count else { return [] }
      var offsets: [Int] = []
      var offset = 0
      for scalar in tex.unicodeScalars {
        for _ in 0..<UTF16.width(scalar) { offsets.append(offset) }
        offset += UTF8.width(scalar)
      }
      return offsets + [offset]
    }
  }
}

extension Typesetter {
  /// What the formulas of a page mean to MathJax: macros are gone, and each element knows where in the TeX
  /// it comes from, in bytes of UTF-8. Nothing is kept of it.
  ///
  /// - Parameter page: the formulas in their order; their numbers and references do not count.
  /// - Throws: ``TypesettingFault``, if nothing can be read.
  public func trees(of page: FormulaPage) throws -> [FormulaTree] {
    let requests = page.requests.map { FormulaRequest($0.tex, isDisplay: $0.isDisplay) }
    return try withSoundFormulas(of: page, requests) { session, requests, _ in
      try session.trees(of: requests)
    } spoilt: { message in
      let fault = FormulaFault(
        message: message,
        identifier: "GivenUp",
        offset: 0,
        unknownLabel: nil
      )
      return FormulaTree(tree: nil, problems: [fault])
    }.results
  }

  /// Tells MathJax and all that it is driven by from any other.
  public var readerIdentity: StoreKey { identity(of: .mathematics) }
}
