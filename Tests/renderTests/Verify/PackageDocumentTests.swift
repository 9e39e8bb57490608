import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Documents of a Swift package", .serialized)
struct PackageDocumentTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let manifest = """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "Shapes",
        targets: [.target(name: "Shapes", dependencies: ["CArea"]), .target(name: "CArea")]
      )
      """
    let square = """
      import CArea

      public struct Square {
        var side: Double
        public init(side: Double) { self.side = side }
        public var area: Double { area_of_square(side) }
      }
      """
    try folder.write(manifest, to: "package/Package.swift")
    try folder.write(square, to: "package/Sources/Shapes/Square.swift")
    try folder.write(
      "double area_of_square(double side);\n",
      to: "package/Sources/CArea/include/CArea.h"
    )
    try folder.write(
      "#include \"CArea.h\"\ndouble area_of_square(double side) { return side * side; }\n",
      to: "package/Sources/CArea/area.c"
    )
    try folder.write(
      "# Shapes\n\n```swift\nimport Shapes\nSquare(side: 2).area  // => 4.0\n```\n",
      to: "package/README.md"
    )
    try folder.write(
      "```swift\n@testable import Shapes\nSquare(side: 3).side  // => 3.0\n```\n",
      to: "package/Docs/inner.md"
    )
  }

  @Test("import its libraries, from where they lie or by --package")
  func imports() async throws {
    let around = await Verified("package", in: folder) { $0.runOptions.package = .around }
    #expect(around.text == "2 documents, 2 cells run, 2 promises kept\n")

    try folder.write(
      "```swift\nimport CArea\narea_of_square(3)  // => 9.0\n```\n",
      to: "elsewhere/a.md"
    )
    let path = folder.path("package")
    let named = await Verified("elsewhere/a.md", in: folder) {
      $0.runOptions.package = .folder(path)
    }
    #expect(named.text == "1 document, 1 cell run, 1 promise kept\n")
  }

  @Test("tell the errors of a package that cannot be built once, at their places")
  func broken() async throws {
    try folder.write("public let x: Int = \"a\"\n", to: "package/Sources/Shapes/Wrong.swift")
    let verified = await Verified("package", in: folder) { $0.runOptions.package = .around }
    #expect(verified.status == .failure)
    let heads = verified.errors.replacing("/private", with: "").split(separator: "\n")
      .filter { $0.contains(": error: ") }.map(String.init)
    #expect(
      heads == [
        "package/Docs/inner.md: error: the package in 'package', whose libraries this imports, "
          + "cannot be built",
        "package/Sources/Shapes/Wrong.swift:1:21: error: cannot convert value of type 'String' to "
          + "specified type 'Int'",
        "package/README.md: error: the package in 'package', whose libraries this imports, cannot "
          + "be built",
      ]
    )
  }
}
