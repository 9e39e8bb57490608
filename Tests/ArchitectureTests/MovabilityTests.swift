import Foundation
import Testing

/// The program is one file that works wherever it is put. Where a build puts what it makes differs from one
/// build system to the next, so nothing may lead back there.
@Suite("The program")
struct MovabilityTests {
  /// The sources of the program; those that notebooks are compiled with know where they stand.
  private func sources() throws -> [(path: String, text: String)] {
    let libraries = ["NotebookDisplay/", "LayerCalculus/", "Plotting/"]
    return try ["Sources", "Plugins"].flatMap { folder in
      let url = Target.package.appending(path: folder)
      return try FileManager.default.subpathsOfDirectory(atPath: url.path)
        .filter { path in
          path.hasSuffix(".swift") && !libraries.contains(where: path.hasPrefix)
        }
        .map { ($0, try String(contentsOf: url.appending(path: $0), encoding: .utf8)) }
    }
  }

  @Test(
    "does not know where it was built",
    arguments: ["#filePath", "#file,", "#file)", "Bundle.module", ".build/debug", ".build/release"]
  )
  func places(_ word: String) throws {
    let naming = try sources().filter { $0.text.contains(word) }.map(\.path)
    #expect(naming == [])
  }

  @Test("has what it needs within itself, and in no folder beside it")
  func resources() throws {
    let manifest = try String(
      contentsOf: Target.package.appending(path: "Package.swift"),
      encoding: .utf8
    )
    #expect(manifest.contains(".embedInCode("))
    #expect(!manifest.contains(".copy("))
    #expect(!manifest.contains(".process("))
  }
}
