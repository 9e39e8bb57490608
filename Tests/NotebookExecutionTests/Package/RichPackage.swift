import Foundation
import NotebookExecution
import Testing

/// A package with a target of each kind, built once for all tests of a suite.
struct RichPackage: SuiteTrait, TestScoping {
  /// The package's libraries.
  @TaskLocal static var libraries: NotebookLibraries?

  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    let fixture = try FixturePackage(Self.files)
    defer { fixture.remove() }
    let package = SwiftPackage(folder: fixture.folder.appending(path: "Rich").path)
    let libraries = try await package.libraries()
    try await Self.$libraries.withValue(libraries, operation: function)
  }

  private static let files: [String: String] = [
    "Rich/Package.swift": FixturePackage.manifest(
      "Rich",
      imports: "import CompilerPluginSupport",
      dependencies: ".package(path: \"../Neighbour\")",
      products: ".library(name: \"Own\", type: .dynamic, targets: [\"Basics\"])",
      targets: """
        .target(name: "Basics"),
        .target(name: "Upper-Part", dependencies: [
          "Basics", "CTop", .product(name: "Neighbour", package: "Neighbour"),
        ]),
        .target(name: "C-Base", cSettings: [.define("BASE", to: "3")]),
        .target(name: "CTop", dependencies: ["C-Base"]),
        .target(name: "CPlus"),
        .systemLibrary(name: "CSystem"),
        .target(name: "Systematic", dependencies: ["CSystem"]),
        .target(
          name: "Resourceful", resources: [.copy("data.txt")], linkerSettings: [.linkedLibrary("dl")]
        ),
        .executableTarget(
          name: "Tool", dependencies: ["Basics"], linkerSettings: [.linkedLibrary("m")]
        ),
        .executableTarget(name: "OtherTool", dependencies: ["Basics"]),
        .macro(name: "Plugin"),
        .target(name: "Doubling", dependencies: ["Plugin"]),
        .target(name: "Moved", dependencies: [.product(name: "Moving", package: "Neighbour")]),
        .target(name: "Flagged", swiftSettings: [
          .unsafeFlags(["-Xcc", "-fmodule-map-file=Vendor/module.modulemap"]),
        ]),
        .target(name: "Alone"),
        .testTarget(name: "RichTests", dependencies: [
          "Upper-Part", "Alone", .product(name: "ForTests", package: "Neighbour"),
        ]),
        """
    ),
    "Rich/Sources/Basics/Basics.swift": """
    public struct Basic { public init() {} ; public let value = 1 }
    func hidden() -> Int { 2 }
    public func place(_ line: Int = #line) -> Int { line }
    """,
    "Rich/Sources/Upper-Part/Upper.swift": """
    import Basics
    import CTop
    import Neighbour
    public func upper() -> Int { Basic().value + Int(top()) + neighbour() }
    """,
    "Rich/Sources/C-Base/include/base.h": "int base(void);\n",
    "Rich/Sources/C-Base/base.c": "#include \"base.h\"\nint base(void) { return BASE; }\n",
    "Rich/Sources/CTop/include/top.h": "#include \"base.h\"\n#define TOP 7\nint top(void);\n",
    "Rich/Sources/CTop/include/module.modulemap": "module CTop { header \"top.h\" export * }\n",
    "Rich/Sources/CTop/deep/top.c": "#include \"top.h\"\nint top(void) { return base() + TOP; }\n",
    "Rich/Sources/CPlus/include/plus.h": "int plus(void);\n",
    "Rich/Sources/CPlus/plus.cpp": """
    #include <string>
    extern "C" int plus(void) { return std::string("four").size(); }
    """,
    "Rich/Sources/CSystem/module.modulemap": "module CSystem [system] { header \"system.h\" }\n",
    "Rich/Sources/CSystem/system.h": "static inline int nine(void) { return 9; }\n",
    "Rich/Sources/Systematic/Systematic.swift": """
    import CSystem
    public func systematic() -> Int { Int(nine()) }
    """,
    "Rich/Sources/Resourceful/data.txt": "kept",
    "Rich/Sources/Resourceful/Resourceful.swift": """
    import Foundation
    public func resource() throws -> String {
      guard let url = Bundle.module.url(forResource: "data", withExtension: "txt") else { return "" }
      return try String(contentsOf: url, encoding: .utf8)
    }
    """,
    "Rich/Sources/Moved/Moved.swift": """
    import Moving
    import MovingPart
    public func moved() -> Int { Moving().part() }
    """,
    "Rich/Sources/Flagged/Flagged.swift": """
    import Vendored
    public func flagged() -> Int { Int(six()) }
    """,
    "Rich/Sources/Alone/Alone.swift": "public func alone() -> Int { 8 }\n",
    "Rich/Vendor/module.modulemap": "module Vendored { header \"six.h\" }\n",
    "Rich/Vendor/six.h": "static inline int six(void) { return 6; }\n",
    "Rich/Sources/Tool/main.swift": "func answer() -> Int { 42 }\nprint(answer())\n",
    "Rich/Sources/OtherTool/OtherTool.swift": """
    @main struct OtherTool { static func main() {} ; static let name = "other" }
    """,
    "Rich/Sources/Doubling/Doubling.swift": """
    @freestanding(expression)
    public macro doubled(_ value: Int) -> Int = #externalMacro(module: "Plugin", type: "Doubled")
    """,
    "Rich/Sources/Plugin/Plugin.swift": plugin,
    "Rich/Tests/RichTests/RichTests.swift": "this is not built",
    "Neighbour/Package.swift": FixturePackage.manifest(
      "Neighbour",
      products: """
        .library(name: "Neighbour", targets: ["Neighbour"]),
        .library(name: "Moving", type: .dynamic, targets: ["Moving", "MovingPart"]),
        .library(name: "ForTests", type: .dynamic, targets: ["ForTests"]),
        """,
      targets: """
        .target(name: "Neighbour"), .target(name: "Unneeded"), .target(name: "Moving"),
        .target(name: "MovingPart", dependencies: ["Moving"]),
        .target(name: "ForTests", dependencies: ["Neighbour"]),
        """
    ),
    "Neighbour/Sources/Moving/Moving.swift": """
    public final class Moving { public init() {} ; public let value = 10 }
    """,
    "Neighbour/Sources/MovingPart/MovingPart.swift": """
    import Moving
    extension Moving { public func part() -> Int { value + 1 } }
    """,
    "Neighbour/Sources/ForTests/ForTests.swift": """
    import Neighbour
    public func forTests() -> Int { 2 * neighbour() }
    """,
    "Neighbour/Sources/Neighbour/Neighbour.swift": "public func neighbour() -> Int { 100 }\n",
    "Neighbour/Sources/Unneeded/Unneeded.swift": "this is not built",
  ]

  /// A macro that speaks the compiler's protocol itself, as the library for it takes long to build:
  /// messages in JSON, each after its length in eight bytes.
  private static let plugin = """
    import Foundation

    @main struct Plugin {
      static func main() {
        while let message = read() {
          guard let expansion = message["expandFreestandingMacro"] as? [String: Any] else {
            write(["getCapabilityResult": ["capability": ["protocolVersion": 7]]])
            continue
          }
          let source = (expansion["syntax"] as? [String: Any])?["source"] as? String ?? ""
          let argument = source.drop { $0 != "(" }
          write(["expandMacroResult": ["expandedSource": "2 * \\(argument)", "diagnostics": []]])
        }
      }

      static func read() -> [String: Any]? {
        let input = FileHandle.standardInput
        guard let head = try? input.read(upToCount: 8), head.count == 8 else { return nil }
        let count = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard let body = try? input.read(upToCount: count) else { return nil }
        return try? JSONSerialization.jsonObject(with: body) as? [String: Any]
      }

      static func write(_ message: [String: Any]) {
        guard let body = try? JSONSerialization.data(withJSONObject: message) else { return }
        let head = Data((0..<8).map { UInt8(truncatingIfNeeded: body.count >> ($0 * 8)) })
        FileHandle.standardOutput.write(head + body)
      }
    }
    """
}
