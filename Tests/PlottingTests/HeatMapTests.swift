import NotebookDisplay
import Plotting
import Testing

@Suite("Heat maps")
struct HeatMapTests {
  @Test("the first row is on top, and labels may repeat")
  func labels() throws {
    let map = HeatMap([[1, 2], [3, 4]], rows: ["the", "the"], columns: ["a", "\"b\""])
    let shown = try SpecificationReader(map)
    #expect(shown["encoding"]["y"]["scale"]["domain"].numbers == [0, 1])
    #expect(shown["encoding"]["y"]["axis"]["labelExpr"].text == #"["the","the"][datum.value]"#)
    #expect(shown["encoding"]["x"]["axis"]["labelExpr"].text == #"["a","\"b\""][datum.value]"#)
    #expect(shown["data"]["values"].count == 4)
    #expect(shown["data"]["values"][1]["value"].number == 2)
    #expect(map.display.plain == "Heat map (2 × 2)")
  }

  @Test("digits write the numbers into the cells, white on dark")
  func digits() throws {
    let shown = try SpecificationReader(HeatMap([[0.1, 0.9]], digits: 2))
    #expect(shown["layer"].count == 2)
    #expect(shown["data"]["values"][0]["text"].text == "0.10")
    #expect(shown["data"]["values"][0]["dark"].truth == false)
    #expect(shown["data"]["values"][1]["dark"].truth == true)
    #expect(shown["layer"][0]["encoding"]["color"]["legend"].isNull)
  }

  @Test("without digits there is a legend instead")
  func legend() throws {
    let shown = try SpecificationReader(HeatMap([[0.1, 0.9]]))
    #expect(shown["layer"].count == 1)
    #expect(shown["layer"][0]["encoding"]["color"]["legend"]["title"].isNull)
  }

  @Test(
    "colours begin at zero, or are centred on it where numbers are negative",
    arguments: [
      ([[0.25, 0.5]], "blues", [0, 0.5]), ([[-2, 1]], "redblue", [-2, 2]),
      ([[0, 0]], "blues", [0, 1]),
    ] as [([[Double]], String, [Double])]
  )
  func colors(values: [[Double]], scheme: String, domain: [Double]) throws {
    let scale = try SpecificationReader(HeatMap(values))["layer"][0]["encoding"]["color"]["scale"]
    #expect(scale["scheme"].text == scheme)
    #expect(scale["domain"].numbers == domain)
  }

  @Test("cells that are not finite stay empty")
  func notFinite() throws {
    let shown = try SpecificationReader(HeatMap([[.nan, 1], [.infinity, 2]]))
    #expect(shown["data"]["values"].count == 2)
    #expect(shown["layer"][0]["encoding"]["color"]["scale"]["domain"].numbers == [0, 2])
  }

  @Test("a matrix without elements is an empty map")
  func empty() throws {
    let map = HeatMap([], title: "Nothing")
    #expect(try SpecificationReader(map)["data"]["values"].count == 0)
    #expect(map.display.plain == "Heat map: Nothing (0 × 0)")
  }
}
