import Foundation
import Testing

@testable import NotebookExecution

@Suite("Libraries that notebooks import")
struct LibraryTests {
  private static let own = NotebookLibraries(modules: [
    "NotebookDisplay": .init(file: "M/NotebookDisplay.swiftmodule", objects: ["d.o"]),
    "Plotting": .init(
      file: "M/Plotting.swiftmodule",
      objects: ["p.o"],
      dependencies: ["NotebookDisplay"]
    ),
    "LayerCalculus": .init(objects: ["l.o"], dependencies: ["NotebookDisplay"]),
  ])

  private static let package = NotebookLibraries(modules: [
    "Plotting": .init(file: "P/Plotting.swiftmodule", objects: ["other.o"]),
    "Upper": .init(
      objects: ["u.o"],
      dependencies: ["Lower", "C"],
      importArguments: [["-Xcc", "-I", "-Xcc", "c"]],
      linkArguments: [["-lm"]]
    ),
    "Lower": .init(
      objects: ["w.o"],
      dependencies: ["Upper"],
      linkArguments: [["-L", "x"], ["-lm"]]
    ),
    "C": .init(
      objects: ["c.o"],
      importArguments: [["-Xcc", "-fmodule-map-file=c/m"], ["-Xcc", "-I", "-Xcc", "c"]],
      isImportable: false
    ),
  ])

  @Test("only the modules that are imported are linked, with what they import")
  func linking() {
    let display = [
      "-Xfrontend", "-swift-module-file=NotebookDisplay=M/NotebookDisplay.swiftmodule",
    ]
    let plotting = ["-Xfrontend", "-swift-module-file=Plotting=M/Plotting.swiftmodule"]
    #expect(Self.own.arguments(importing: ["Foundation"]) == display + ["d.o"])
    #expect(Self.own.arguments(importing: ["Plotting"]) == display + plotting + ["d.o", "p.o"])
  }

  @Test("what several modules need is given once, and what only links is not given to a check")
  func closure() {
    let importing = ["-Xcc", "-fmodule-map-file=c/m", "-Xcc", "-I", "-Xcc", "c"]
    #expect(Self.package.importArguments(importing: ["Upper"]) == importing)
    #expect(
      Self.package.arguments(importing: ["Upper"])
        == importing + ["c.o", "w.o", "u.o", "-L", "x", "-lm"]
    )
  }

  @Test("for a name that both have, the libraries that are merged into win")
  func merging() {
    let merged = Self.own.merging(Self.package)
    #expect(merged.modules["Plotting"] == Self.own.modules["Plotting"])
    #expect(merged.names == ["NotebookDisplay", "LayerCalculus", "Plotting", "Upper", "Lower"])
    #expect(merged.listing == "NotebookDisplay, LayerCalculus, Plotting, Lower, Upper")
  }

  @Test(
    "the modules of the toolchain are known without asking it",
    arguments: [
      "Swift", "Foundation", "FoundationNetworking", "Dispatch", "Testing", "XCTest",
      "_Differentiation", "Synchronization", "RegexBuilder", "CoreFoundation", "SwiftShims",
    ]
  )
  func toolchainModules(_ name: String) {
    #expect(ToolchainModules().contains(name))
    #expect(Toolchain(compiler: nil)?.hasModule(name) == true)
  }

  @Test(
    "other modules, and odd names, are not the toolchain's",
    arguments: ["Plotting", "", "../x"]
  )
  func otherModules(_ name: String) {
    #expect(!ToolchainModules().contains(name))
    #expect(!ToolchainModules(compiler: "/nowhere/swiftc").contains(name))
  }

  @Test("a module map is read for the modules that it defines itself")
  func moduleMap() {
    let text = """
      // module Comment {}
      /* module { */ framework module "Odd" [system] {
        header "module.h"
        explicit module Sub { export * }
      }
      extern module Elsewhere "other.modulemap"
      module B{}
      module C.Part {}
      """
    #expect(ModuleMap.names(in: text) == ["Odd", "B", "C.Part"])
  }
}
