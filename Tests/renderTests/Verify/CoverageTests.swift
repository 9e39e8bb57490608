import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What of a package its examples use", .serialized)
struct CoverageTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private let source = """
    /// A point. What is not checked uses nothing:
    ///
    /// ```
    /// Point(x: 1).y
    /// ```
    /// ```
    /// Point(x: 1).z + ...
    /// ```
    public struct Point: Equatable, CustomStringConvertible {
      public var x = 1.0
      public var y: String { "" }
      public var z: Double { 0 }
      public init(x: Double) { self.x = x }
      public init(y: Double) { x = y }
      public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x) }
      public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x) }
      public var description: String { "" }
      @available(*, deprecated) public func old() {}
    }
    public protocol Shape { func area() -> Double }
    extension Shape {
      public func twice() -> Double { area() * 2 }
    }
    extension Double {
      public var half: Double { self / 2 }
      public var third: Double { self / 3 }
    }
    """

  private func write() async throws {
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Shapes",
        products: [.library(name: "Shapes", targets: ["Shapes"])],
        targets: [.target(name: "Shapes", dependencies: ["Inner"]), .target(name: "Inner")]
      )
      """,
      to: "package/Package.swift"
    )
    try folder.write("public func inner() {}\n", to: "package/Sources/Inner/Inner.swift")
    try folder.write(source, to: "package/Sources/Shapes/Shapes.swift")
    try folder.write(
      """
      ```swift
      import Shapes
      struct Square: Shape { func area() -> Double { 4.half } }
      Square().twice()  // => 4.0
      ```

      ```swift
      let point = Point(x: 1)
      ```

      ```swift
      let point = point + point
      ```

      ```swift compile-fail
      point - 1.third
      ```

      ```swift should-crash
      precondition(Point(x: 1).x > 1)
      ```
      """,
      to: "package/README.md"
    )
  }

  private struct Report: Decodable {
    struct Coverage: Decodable {
      struct Symbol: Decodable {
        var name: String
        var path: String
        var start: Position
      }
      struct Position: Decodable { var line: Int, column: Int }

      var cells: Int, compiled: Int, run: Int, promised: Int, notChecked: Int
      var symbols: Int, used: Int
      var percent: Double
      var unused: [Symbol]
    }

    var coverage: Coverage
  }

  @Test("is known by the compiler's index of what was verified, and told in each format")
  func coverage() async throws {
    try await write()
    let json = await Verified("package", in: folder, format: .json) {
      $0.runOptions.package = .around
      $0.measuresCoverage = true
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8)).coverage
    #expect(
      report.unused.map(\.name) == [
        "Point.z", "Point.init(y:)", "Point.-(_:_:)", "Double.third",
      ]
    )
    #expect(report.unused.first?.start.line == 12)
    #expect(report.unused.first?.path.hasSuffix("package/Sources/Shapes/Shapes.swift") == true)
    #expect(report.symbols == 13)
    #expect(report.used == 9)
    #expect(report.percent == 69.2)
    let cells: [Int] = [
      report.cells, report.compiled, report.run, report.promised, report.notChecked,
    ]
    #expect(cells == [7, 5, 5, 3, 1])

    let program = try await Program.render(
      "verify",
      "package/README.md",
      "--coverage-minimum=61.6",
      "--coverage-badge=badge.json",
      in: folder
    )
    #expect(program.status == 1)
    #expect(
      program.errors
        == "error: verified cells use 61.5 % of the public symbols, and at least 61.6 % is asked for\n"
    )
    #expect(
      program.output.contains("cells: 5, of them 4 compiled, 4 run, 3 promised, 0 not checked\n")
    )
    #expect(
      program.output.contains(
        "coverage: 8 of 13 public symbols are used by verified cells (61.5 %)\n"
      )
    )
    #expect(
      program.output.contains(
        "  package/Sources/Shapes/Shapes.swift:11:14: Shapes: no verified cell uses the property 'Point.y'\n"
      )
    )
    let badge = try folder.read("badge.json")
    #expect(badge.contains("\"message\" : \"61 %\""))
    #expect(badge.contains("\"color\" : \"yellowgreen\""))
  }

  @Test("is told of one module alone, which must be a library's")
  func modules() async throws {
    try await write()
    let shapes = try await Program.render(
      "verify",
      "package/README.md",
      "--coverage-module=Shapes",
      in: folder
    )
    #expect(shapes.output.contains("coverage: 8 of 13 public symbols"), "\(shapes.errors)")
    let inner = try await Program.render(
      "verify",
      "package/README.md",
      "--coverage-module=Inner",
      in: folder
    )
    #expect(inner.status == 1)
    #expect(
      inner.errors.hasSuffix(
        "package/Package.swift: error: this package has no library 'Inner'\n"
          + "  = help: its libraries are Shapes\n"
      )
    )
  }

  @Test("is an error where there is no package, and where its library cannot be found")
  func faults() async throws {
    try folder.write("```swift\n1\n```\n", to: "loose/a.md")
    let loose = await Verified("loose", in: folder) {
      $0.runOptions.package = .around
      $0.measuresCoverage = true
    }
    #expect(loose.status == .failure)
    #expect(
      loose.errors.hasPrefix("loose: error: there is no package whose symbols could be counted\n")
    )
    try folder.write(
      "// swift-tools-version: 6.0\nimport PackageDescription\nlet package = Package(name: \"A\")\n",
      to: "loose/Package.swift"
    )
    let empty = await Verified("loose", in: folder) {
      $0.runOptions.package = .around
      $0.measuresCoverage = true
    }
    #expect(empty.status == .failure)
    #expect(
      empty.errors.contains(
        "loose/Package.swift: error: no library is found in this package's manifest\n"
      )
    )
  }

  @Test("is told of all documents alone")
  func options() throws {
    for words in [
      ["--coverage", "--shard=1/2"], ["--coverage-minimum=5", "--changed-since=main"],
    ] {
      #expect(throws: (any Error).self) { try VerifyCommand.parse(["a.md"] + words) }
    }
    #expect(throws: (any Error).self) {
      try VerifyCommand.parse(["a.md", "--coverage-minimum=101"])
    }
  }
}
