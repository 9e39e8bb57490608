import Testing

@testable import Plotting

@Suite("JSON")
struct JSONTests {
  @Test("members keep their order")
  func order() {
    let json: JSON = ["b": 1, "a": [true, .null, "x"], "c": 0.5]
    #expect(json.text == #"{"b":1,"a":[true,null,"x"],"c":0.5}"#)
  }

  @Test("numbers are written short, and null where JSON has none")
  func numbers() {
    let json: JSON = [3, -0.25, 1e-7, .number(1e300), .number(.nan), .number(-.infinity)]
    #expect(json.text == "[3,-0.25,1e-07,1e+300,null,null]")
  }

  @Test("a missing member is not written")
  func missing() {
    let none: JSON? = nil
    #expect(JSON.object([]).adding("a", none).adding("b", .null).text == #"{"b":null}"#)
  }
}
