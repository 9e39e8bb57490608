import Foundation
import Testing

/// What a page is made from is known only where nobody goes round the view of files.
@Suite("The disk")
struct DiskTests {
  /// Those that stand beneath `Files`, and those that ask for something other than files of a name.
  private static let exceptions: Set = [
    "Processes/Leftovers.swift", "Processes/ProcessTable.swift", "Processes/ProcessTree.swift",
    "NotebookDisplay/DescriptorTarget.swift", "NotebookDisplay/OwnConfinement.swift",
    "NotebookDisplay/Files/WholeFile.swift",
    "ResultStore/Makings/Subject.swift", "render/Terminal/TerminalLog.swift",
  ]

  @Test("is asked by 'Files' alone, but for a few files")
  func calls() throws {
    let sources = Target.package.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Files/") }
    #expect(names.count > 100)
    let call = /FileManager|\(contentsOf(File)?:|\b(opendir|readdir|l?stat|realpath|fopen|mkdir)\(/
    let asking = try names.filter { name in
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      return text.split(separator: "\n").contains { line in
        !line.contains("append(contentsOf:") && !line.contains("insert(contentsOf:")
          && !line.drop { $0 == " " }.hasPrefix("//") && line.contains(call)
      }
    }
    #expect(Set(asking) == Self.exceptions)
  }
}
