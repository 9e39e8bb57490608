import Foundation
import LayerCalculus
import Testing

@Suite("Coding")
struct CodingTests {
  @Test("a vector is a list, a matrix a list of rows, and both come back as they were")
  func roundTrip() throws {
    try expectRoundTrip([0.1, -2, 1e308] as Vector, "[0.1,-2,1e+308]")
    try expectRoundTrip([[1, 2], [3, 4], [5, 6]] as Matrix, "[[1,2],[3,4],[5,6]]")
  }

  @Test(
    "a file with a wrong shape is an error, not a trap",
    arguments: [
      (
        "[[1,2],[3]]",
        "Matrix: all rows must be equally long, but row 0 has 2 elements and row 1 has 1"
      ),
      ("[]", "Matrix: a matrix needs at least one row and one column, but its shape is 0×0"),
      ("[[],[]]", "Matrix: a matrix needs at least one row and one column, but its shape is 2×0"),
    ]
  )
  func wrongMatrix(json: String, message: String) {
    #expect(decodingFailure(Matrix.self, json) == message)
  }

  @Test("an empty list is not a vector")
  func wrongVector() {
    #expect(
      decodingFailure(Vector.self, "[]")
        == "Vector: a vector needs at least one element, but its shape is 0"
    )
  }

  private func expectRoundTrip<Value: Codable & Equatable>(_ value: Value, _ json: String) throws {
    let data = try JSONEncoder().encode(value)
    #expect(String(decoding: data, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(Value.self, from: data) == value)
  }

  private func decodingFailure<Value: Decodable>(_ type: Value.Type, _ json: String) -> String? {
    do {
      _ = try JSONDecoder().decode(type, from: Data(json.utf8))
      return nil
    } catch DecodingError.dataCorrupted(let context) {
      return context.debugDescription
    } catch {
      return "\(error)"
    }
  }
}
