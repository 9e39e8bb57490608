import Foundation
import NotebookSyntax
import Testing

@testable import NotebookExecution

@Suite("Importing a Swift package", RichPackage())
struct PackageTests {
  @Test(
    "what a package defines can be imported and run",
    arguments: [
      ("a library and what it depends on", "import Basics\nimport Upper_Part\nupper()", "111"),
      ("only the library that depends on others", "import Upper_Part\nupper()", "111"),
      ("an internal function", "@testable import Basics\nhidden()", "2"),
      ("a target of C with a module map of its own", "import CTop\ntop() + Int32(TOP)", "17"),
      ("a target of C with hyphens", "import C_Base\nbase()", "3"),
      ("a target of C++", "import CPlus\nplus()", "4"),
      ("a module that is headers only", "import CSystem\nnine()", "9"),
      ("a library that uses such a module", "import Systematic\nsystematic()", "9"),
      ("a macro", "import Doubling\n1 * #doubled(20 + 1)", "42"),
      ("a package's dependency", "import Neighbour\nneighbour()", "100"),
      ("a resource", "import Resourceful\ntry resource()", "kept"),
      ("what is in a dynamic library", "import Moving\nMoving().value", "10"),
      ("a library that uses a dynamic one", "import Moved\nmoved()", "11"),
      ("both", "import MovingPart\nimport Moved\nimport Moving\nmoved() + Moving().part()", "22"),
      ("a dynamic library that only tests use", "import ForTests\nforTests()", "200"),
      ("a library that only tests link", "import Alone\nalone()", "8"),
      ("flags with paths from the package's folder", "import Flagged\nflagged()", "6"),
      ("headers that such flags lead to", "import Vendored\nsix()", "6"),
      ("a place by default", "import Basics\nplace()", "3"),
      ("a program", "@testable import Tool\nanswer()", "42"),
      (
        "two programs, one with @main",
        "@testable import Tool\n@testable import OtherTool\n\"\\(answer()) \\(OtherTool.name)\"",
        "42 other"
      ),
      ("one declaration", "import struct Basics.Basic\nBasic().value", "1"),
      ("beside the own libraries", "import LayerCalculus\nimport Basics\nBasic().value", "1"),
    ]
  )
  func importing(_ what: String, _ code: String, _ value: String) async throws {
    let trial = try await trial("```swift\n\(code)\n```\n")
    #expect(trial.dump.hasSuffix("piece @1: ran\n  val| \(value)\n"))
    #expect(trial.transcript.diagnostics == [])
  }

  @Test("cells that are only compiled find the package's modules, macros and headers too")
  func onlyCompiled() async throws {
    let trial = try await trial(
      """
      ```swift no-run
      import Doubling
      _ = #doubled(1)
      ```

      ```swift compile-fail
      import CTop
      let text: String = top() // error: cannot convert
      ```
      """
    )
    #expect(trial.transcript.diagnostics == [])
  }

  @Test("tests, macros and what is not needed of a dependency cannot be imported")
  func names() throws {
    let libraries = try #require(RichPackage.libraries)
    #expect(
      libraries.names == [
        "Basics", "Upper_Part", "C_Base", "CTop", "CPlus", "CSystem", "Systematic", "Resourceful",
        "Tool", "OtherTool", "Doubling", "Neighbour", "Moving", "MovingPart", "Moved", "ForTests",
        "Alone", "Flagged", "Vendored",
      ]
    )
  }

  @Test("a module that nobody has is an error that names the modules there are")
  func missing() async throws {
    let trial = try await trial("```swift\nimport RichTests\n```\n")
    let diagnostic = try #require(trial.transcript.diagnostics.first)
    #expect(diagnostic.identifier == "missing-module")
    #expect(diagnostic.help?.contains("NotebookDisplay, LayerCalculus, Plotting, Alone") == true)
  }

  @Test("linker settings are known from a program that is linked, else from the manifest")
  func linkerSettings() throws {
    let modules = try #require(RichPackage.libraries).modules
    #expect(modules["Tool"]?.linkArguments == [["-lm"]])
    #expect(modules["Resourceful"]?.linkArguments == [["-ldl"]])
    #expect(modules["Neighbour"]?.linkArguments == [])
    // The objects of dynamic libraries are linked, not the libraries.
    #expect(modules["Alone"]?.linkArguments == [])
    #expect(modules["Moved"]?.linkArguments == [])
  }

  @Test("what the compiler reads to import a module counts among its files")
  func importedFiles() throws {
    let modules = try #require(RichPackage.libraries).modules
    func names(_ module: String) -> Set<String> {
      Set(
        modules[module]?.files.compactMap { $0.split(separator: "/").last.map(String.init) } ?? []
      )
    }
    #expect(names("CTop").isSuperset(of: ["top.h", "module.modulemap", "top.c.o"]))
    #expect(names("C_Base").contains("base.h"))
    #expect(names("Systematic").isSuperset(of: ["system.h", "module.modulemap"]))
    #expect(names("Doubling").contains { $0.hasPrefix("Plugin") })
    #expect(names("Basics") == ["Basics.swiftmodule", "Basics.swift.o"])
  }

  @Test("modules ask for places where a function does by default, and where they have macros")
  func places() throws {
    let libraries = try #require(RichPackage.libraries)
    let digests = ModuleDigests(nil)
    let asking = libraries.modules.filter { digests.asksForPlace($0.value) }.map(\.key)
    #expect(Set(asking) == ["Basics", "Doubling"])
  }

  private func trial(_ text: String) async throws -> Trial {
    try await Trial(text, libraries: #require(RichPackage.libraries))
  }
}
