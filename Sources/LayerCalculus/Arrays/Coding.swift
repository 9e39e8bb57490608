extension Vector: Codable {
  /// A vector from a list of numbers; an empty list is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    self.init(unchecked: try [Double](from: decoder))
    do throws(InvalidArgument) {
      try requireElements()
    } catch {
      throw DecodingError.dataCorrupted(of: decoder, "Vector: \(error)")
    }
  }

  /// Writes the vector as a list of numbers.
  public func encode(to encoder: any Encoder) throws {
    try elements.encode(to: encoder)
  }
}

extension Matrix: Codable {
  /// A matrix from a list of rows; no rows or rows of unequal length are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let rows = try [[Double]](from: decoder)
    do throws(InvalidArgument) {
      try InvalidArgument.requireRectangle(rows)
    } catch {
      throw DecodingError.dataCorrupted(of: decoder, "Matrix: \(error)")
    }
    self.init(uncheckedRows: rows)
  }

  /// Writes the matrix as a list of rows.
  public func encode(to encoder: any Encoder) throws {
    try rowVectors.map(\.elements).encode(to: encoder)
  }
}

extension DecodingError {
  fileprivate static func dataCorrupted(of decoder: any Decoder, _ text: String) -> DecodingError {
    .dataCorrupted(Context(codingPath: decoder.codingPath, debugDescription: text))
  }
}
