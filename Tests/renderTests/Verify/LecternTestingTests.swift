import Foundation
import TestSupport
import Testing

@Suite("Examples as cases of Swift Testing", .serialized)
struct LecternTestingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func test(
    _ arguments: String...,
    program: String? = nil
  ) async throws -> Program.Result {
    let swift = try Program.installed("swift", package: "swift")
    let named = try program ?? Program.render
    return try await Program(
      swift,
      ["test", "--package-path", "package"] + arguments,
      environment: ["LECTERN_PROGRAM": named],
      in: folder
    ).result()
  }

  private func write() throws {
    let library = PackageFiles.folder.appending(path: "Plugins/LecternTesting").path
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Shapes",
        dependencies: [.package(path: "\(library)")],
        targets: [
          .target(name: "Shapes"),
          .testTarget(
            name: "ShapesTests",
            dependencies: [.product(name: "LecternTesting", package: "LecternTesting")]
          ),
        ]
      )
      """,
      to: "package/Package.swift"
    )
    try folder.write(
      """
      public struct Square {
        public init() {}
        /// Its area.
        ///
        /// ```
        /// Square().area  // => 4
        /// ```
        public var area: Int { 4 }
      }

      """,
      to: "package/Sources/Shapes/Square.swift"
    )
    try folder.write(
      """
      import Foundation
      import LecternTesting
      import Testing

      @Test("The documentation holds", arguments: DocumentedExample.all())
      func documentation(_ example: DocumentedExample) { example.check() }

      // SwiftPM holds the package's folder meanwhile.
      @Test("The program can be called by itself")
      func program() throws {
        let path = ProcessInfo.processInfo.environment["LECTERN_PROGRAM"] ?? ""
        guard FileManager.default.isExecutableFile(atPath: path) else { return }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["verify", "Sources"]
        process.currentDirectoryURL = URL(filePath: #filePath).appending(path: "../../..").standardized
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }

      """,
      to: "package/Tests/ShapesTests/DocumentationTests.swift"
    )
    try folder.write(readme, to: "package/README.md")
  }

  private let readme = """
    # Shapes

    ```swift
    import Shapes
    let area = Square().area
    ```

    Twice of that:

    ```swift
    area * 2  // => 8
    ```

    ```swift
    .package(url: "https://example.org/shapes", from: "1.0.0")
    ```

    """

  @Test("pass where all holds, fail at the line that does not, and where nothing can be checked")
  func cases() async throws {
    try write()
    let good = try await test()
    #expect(good.status == 0, "\(good.output)\(good.errors)")
    #expect(good.output.contains("with 3 test cases passed"))
    #expect(good.output.contains("Test \"The program can be called by itself\" passed"))

    try folder.write(
      readme.replacing("=> 8", with: "=> 9").replacing("Square()", with: "Square(side: 2)"),
      to: "package/README.md"
    )
    let wrong = try await test("--skip-build")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("README.md:3 at README.md:5:25: Issue recorded"))
    #expect(wrong.output.contains("(including 1 known issue)"))

    try folder.write(readme.replacing("=> 8", with: "=> 9"), to: "package/README.md")
    let broken = try await test("--skip-build")
    #expect(broken.status == 1)
    #expect(broken.output.contains("README.md:10 at README.md:11:17: Issue recorded"))
    #expect(broken.output.contains("'9' is promised here, but the value is '8'"))

    let missing = try await test("--skip-build", program: "/nowhere/render")
    #expect(missing.status == 1)
    #expect(missing.output.contains("DocumentationTests.swift:6:1: Issue"))
    #expect(missing.output.contains("LECTERN_PROGRAM names '/nowhere/render', which is no program"))
  }
}
