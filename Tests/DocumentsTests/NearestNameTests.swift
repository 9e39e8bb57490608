import Documents
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "is the one with the fewest slips, if these are few",
    arguments: [
      ("softmx", "softmax"), ("Softmax", "softmax"), ("logti", "logit"), ("a", nil),
      ("entirely", nil),
    ] as [(String, String?)]
  )
  func nearest(_ name: String, _ expected: String?) {
    let known = ["softmax", "logit", "gradient"]
    #expect(nearestName(to: name, in: known) == expected)
    var names = NearestNames(known)
    #expect(names.nearest(to: name) == expected)
    #expect(names.nearest(to: name) == expected)
  }

  @Test("is asked for more likeness where other words may stand as well")
  func intended() {
    let known = ["hidden", "no-run", "golden"]
    #expect(intendedWord("no_run", in: known) == "no-run")
    #expect(intendedWord("hiden", in: known) == "hidden")
    #expect(intendedWord("hidden", in: known) == nil)
    #expect(intendedWord("olden", in: known) == "golden")
    #expect(intendedWord("python", in: known) == nil)
  }
}
