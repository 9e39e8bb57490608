extension Vector: Codable {
  /// A vector from a list of numbers; an empty list is a `DecodingError`.
  ///
  /// ```swift
  /// import Foundation
  ///
  /// let text = Data("[0.1, 0.5]".utf8)
  /// try JSONDecoder().decode(Vector.self, from: text)  // => [0.1 0.5]
  /// ```
  public init(from decoder: any Decoder) throws {
    self.init(unchecked: try [Double](from: decoder))
    do throws(InvalidArgument) {
      try requireElements()
    } catch {
      throw DecodingError.dataCorrupted(of: decoder, "Vector: \(error)")
    }
  }

  /// Writes the vector as a list of numbers.
  ///
  /// ```swift
  /// import Foundation
  ///
  /// let x: Vector = [0.5, 0.25]
  /// String(decoding: try JSONEncoder().encode(x), as: UTF8.self)  // => [0.5,0.25]
  /// ```
  public func encode(to encoder: any Encoder) throws {
    try elements.encode(to: encoder)
  }
}

extension Matrix: Codable {
  /// A matrix from a list of rows; no rows or rows of unequal length are a `DecodingError`.
  ///
  /// ```swift
  /// import Foundation
  ///
  /// let text = Data("[[1, 2], [3, 4]]".utf8)
  /// try JSONDecoder().decode(Matrix.self, from: text)
  /// // => [[1. 2.]
  /// //     [3. 4.]]
  /// ```
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
  ///
  /// ```swift
  /// import Foundation
  ///
  /// let A: Matrix = [[1.5, 2.5], [3.5, 4.5]]
  /// String(decoding: try JSONEncoder().encode(A), as: UTF8.self)  // => [[1.5,2.5],[3.5,4.5]]
  /// ```
  public func encode(to encoder: any Encoder) throws {
    try rowVectors.map(\.elements).encode(to: encoder)
  }
}

extension DecodingError {
  fileprivate static func dataCorrupted(of decoder: any Decoder, _ text: String) -> DecodingError {
    .dataCorrupted(Context(codingPath: decoder.codingPath, debugDescription: text))
  }
}
