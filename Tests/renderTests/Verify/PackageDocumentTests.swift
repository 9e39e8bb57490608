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

  @Test("import its libraries, from where they lie or by --package, built where that is said")
  func imports() async throws {
    let scratch = folder.path("scratch")
    let around = await Verified("package", in: folder) {
      $0.runOptions.package = .around
      $0.runOptions.scratchFolder = scratch
    }
    #expect(around.text == "2 documents, 2 cells run, 2 promises kept\n")
    #expect(try !folder.names(in: "package").contains(".build"))
    let built = Set(try folder.names(in: "scratch").map { $0.prefix { $0 != "/" } })
    #expect(built.count == 1 && built.allSatisfy { $0.hasPrefix("package-") }, "\(built)")

    try folder.write(
      "```swift\nimport CArea\narea_of_square(3)  // => 9.0\n```\n",
      to: "elsewhere/a.md"
    )
    let path = folder.path("package")
    let named = await Verified("elsewhere/a.md", in: folder) {
      $0.runOptions.package = .folder(path)
      $0.runOptions.scratchFolder = scratch
    }
    #expect(named.text == "1 document, 1 cell run, 1 promise kept\n")
  }

  @Test(
    "leave out what a project file around them does, though one lies within that is heard there"
  )
  func leftOut() async throws {
    let wrong = "```swift\n1 + 1  // => 3\n```\n"
    try folder.write("verify:\n  - {paths: [Tests], check: none}\n", to: "package/lectern.yml")
    try folder.write("verify:\n  - {scope: fence}\n", to: "package/Tests/case/lectern.yml")
    try folder.write(wrong, to: "package/Tests/case/README.md")
    let around = await Verified("package", in: folder) { $0.runOptions.package = .around }
    #expect(around.text == "2 documents, 2 cells run, 2 promises kept\n")
    let within = await Verified("package/Tests/case", in: folder)
    #expect(within.errors.hasPrefix("package/Tests/case/README.md:2:14: error: '3' is promised"))

    let here = try await Program(
      "/bin/sh",
      [
        "-c", #"cd "$1" && exec "$2" verify ."#, "sh", folder.path("package/Tests/case"),
        Program.render,
      ],
      in: folder
    ).result()
    #expect(here.errors.hasPrefix("README.md:2:14: error:"), "\(here.errors)")
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

  @Test("tell where a source is not Swift, and what keeps its examples from being checked")
  func torn() async throws {
    let torn = """
      /// ```swift
      /// 1 + 1  // => 2
      /// ```
      public func first() {}

      public func torn( -> Int { 1 }

      /// ```swift
      /// 2 + 2  // => 4
      /// ```
      public func last() {}
      """
    try folder.write(torn, to: "package/Sources/Shapes/Torn.swift")
    let verified = await Verified("package/Sources", in: folder) {
      $0.runOptions.package = .around
    }
    #expect(verified.status == .failure)
    let heads = verified.errors.replacing("/private", with: "").split(separator: "\n")
      .filter { $0.contains(": error: ") }.map(String.init)
    let file = "package/Sources/Shapes/Torn.swift"
    #expect(
      heads == [
        "\(file): error: the package in 'package', whose libraries this imports, cannot be built",
        "\(file):6:13: error: expected '{' in body of function declaration",
        "\(file):6:18: error: this is not Swift, so that comments behind it may be passed over",
        "\(file):6:19: error: expected parameter name followed by ':'",
      ]
    )
    #expect(verified.text.contains("2 promises not checked"))
  }
}
