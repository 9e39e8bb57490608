import Documents

/// A declaration that others may use, as its module's documentation shows it.
package struct DocumentedDeclaration: Sendable {
  /// Its name behind those of the types around it, such as `Matrix` and `identity(_:)`.
  package let path: [String]
  /// Its code without body.
  package let signature: String
  /// Whether it is a type.
  package let isType: Bool
  /// What documents it; `nil` where nothing does.
  package let comment: DocComment?

  /// The name without labels, as code writes it: `identity`.
  package var baseName: String {
    let name = path.last ?? ""
    // The labels of an operator such as `(_:_:)` stand behind it, too.
    return name.lastIndex(of: "(").flatMap { $0 > name.startIndex ? String(name[..<$0]) : nil }
      ?? name
  }
}
