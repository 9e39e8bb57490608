import Foundation
import Testing

/// What notebooks import is learnt from its examples. That they hold, the verification of this package's
/// own documents says.
@Suite("The libraries for notebooks")
struct ExampleTests {
  @Test(
    "show by an example how each of their declarations is used",
    arguments: ["LayerCalculus", "Plotting", "NotebookDisplay"]
  )
  func examples(_ library: String) throws {
    let folder = Target.package.appending(path: "Sources/\(library)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    var count = 0
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      for index in lines.indices where Self.isForReaders(lines, index) {
        count += 1
        #expect(Self.hasExample(lines, index), "\(library)/\(name):\(index + 1): \(lines[index])")
      }
    }
    #expect(count > 40)
  }

  /// Whether a declaration begins in a line that whoever imports the library can use.
  ///
  /// What begins with `__` the program itself calls, and what is told apart by `@_spi` only cells see.
  private static func isForReaders(_ lines: [String], _ index: Int) -> Bool {
    let line = lines[index]
    guard line.firstMatch(of: /^(@\w+(\([^)]*\))?\s+)*public\b/) != nil else { return false }
    let before = index > 0 ? lines[index - 1] : ""
    return !line.contains("public import") && !line.contains("func __")
      && !line.hasPrefix("@_spi") && !before.hasPrefix("@_spi")
  }

  private static func hasExample(_ lines: [String], _ index: Int) -> Bool {
    let above = lines[..<index].reversed().drop { $0.hasPrefix("@") }
    return above.prefix { $0.hasPrefix("///") }.contains("/// ```swift")
  }
}
