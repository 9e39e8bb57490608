import Testing

@testable import NotebookExecution

@Suite("What a package's libraries declare, as its sources say")
struct PackageDeclarationsTests {
  @Test("only what is public in a library's own modules can be imported")
  func names() throws {
    let fixture = try FixturePackage([
      "Package.swift": """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "shapes",
        products: [
          .library(name: "Shapes", targets: ["Shapes", "More-Shapes"]),
          .executable(name: "tool", targets: ["tool"]),
        ],
        targets: [
          .target(name: "Shapes"),
          .target(name: "More-Shapes", path: "Extra"),
          .executableTarget(name: "tool"),
        ]
      )
      """,
      "Sources/Shapes/Inner/Circle.swift": """
      public struct Circle { public func area() -> Double { 0 } }
      func secret() {}
      """,
      "Extra/Square.swift": "public typealias Square = Int\npublic func area() {}",
      "Sources/tool/main.swift": "public func run() {}",
    ])
    defer { fixture.remove() }
    let package = try #require(PackageDeclarations(of: fixture.folder.path))
    #expect(package.modules == ["More_Shapes", "Shapes"])
    #expect(package.modules(with: "Circle") == ["Shapes"])
    #expect(package.modules(with: "Square") == ["More_Shapes"])
    #expect(package.modules(with: "area") == ["More_Shapes"])
    #expect(package.modules(with: "secret").isEmpty)
    #expect(package.modules(with: "run").isEmpty)
  }
}
