import Foundation
import NotebookDisplay
import Testing

/// A specification read back as JSON, to be followed by keys and positions.
struct SpecificationReader {
  let value: Any?

  init(_ shown: some Displayable) throws {
    let text = try #require(shown.display[.vegaLite])
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private init(value: Any?) { self.value = value }

  subscript(key: String) -> SpecificationReader {
    SpecificationReader(value: (value as? [String: Any])?[key])
  }

  subscript(index: Int) -> SpecificationReader {
    let array = value as? [Any] ?? []
    return SpecificationReader(value: array.indices.contains(index) ? array[index] : nil)
  }

  var count: Int { (value as? [Any])?.count ?? 0 }
  var text: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var truth: Bool? { value as? Bool }
  var isNull: Bool { value is NSNull }
  var isMissing: Bool { value == nil }
  var texts: [String]? { value as? [String] }
  var numbers: [Double]? { (value as? [NSNumber])?.map(\.doubleValue) }
}
