import Foundation
import TestSupport
import Testing

/// From Swift 6.4 on another build system is the default, which puts what it makes elsewhere.
@Suite("The program as SwiftPM's other build system makes it")
struct BuildSystemTests {
  @Test("renders a notebook that imports its libraries")
  func renders() async throws {
    let folder = try ScratchFolder()
    let package = PackageFiles.folder.path
    let arguments = [
      "swift", "build", "--package-path", package, "--product", "render",
      "--build-system", "swiftbuild", "--scratch-path", package + "/.build-swiftbuild",
    ]
    let built = try await Program("/usr/bin/env", arguments, in: folder).result()
    try #require(built.status == 0, "\(built.output)\(built.errors)")
    let place = try await Program("/usr/bin/env", arguments + ["--show-bin-path"], in: folder)
      .result()
    let products = place.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try folder.write("```swift\nimport LayerCalculus\nprint(softmax([0, 0]))\n```\n", to: "a.md")
    let rendered = try await Program(products + "/render", ["a.md"], in: folder).result()
    #expect(rendered.errors == "")
    #expect(try folder.read("Output/a.html").contains("[0.5 0.5]"))
  }
}
