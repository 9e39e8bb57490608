import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Verifying the variants of a document")
struct VariantVerifyTests {
  @Test("checks each, tells once what several say, and accepts into the whole document")
  func each() async throws {
    let folder = try ScratchFolder()
    let text = """
      ```swift
      var x = 1
      x  // => 7
      ```
      ```swift only=teacher
      x += 1
      x  // => 2
      ```
      ```swift
      print("kept")
      x  // => 2
      ```
      ```output
      kept
      2
      ```

      """
    try folder.write(text, to: "a.md")
    let found = await Verified("a.md", in: folder)
    #expect(found.status == .failure)
    // Once for both, and once for students, who have no cell that adds.
    #expect(found.errors.split(separator: "\n").filter { $0.contains(": error: ") }.count == 3)
    #expect(found.errors.contains("a.md:3:10: error: '7' is promised here, but the value is '1'"))
    #expect(found.errors.contains("a.md:11:10: error: '2' is promised here, but the value is '1'"))
    #expect(found.errors.contains("a.md:15:1: error:"))
    let accepted = await Verified("a.md", in: folder) { $0.acceptance = .write }
    #expect(accepted.status == .success)
    let after = try folder.read("a.md")
    #expect(after.contains("```swift only=teacher\nx += 1\nx  // => 2\n```"))
    #expect(after.hasPrefix("```swift\nvar x = 1\nx  // => 1\n```"))
  }
}
