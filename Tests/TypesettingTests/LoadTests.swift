import Foundation
import Testing

@testable import Typesetting

@Suite struct LoadTests {
  // In a process of its own, as the other tests have engines of theirs.
  @Test("ten thousand formulas need no more memory than some hundreds")
  func memory() async {
    await #expect(processExitsWith: .success) {
      for round in 0..<10 {
        let session = try typesetter().page(idPrefix: "m-")
        let requests = (0..<1000).map {
          FormulaRequest(#"\frac{x_{\#($0)}}{\sqrt{\#(round)}} + \vec v"#)
        }
        #expect(try session.set(requests).allSatisfy { $0.formula != nil })
      }
      let memory = try residentMemory()
      #expect(memory < 600 << 20)
    }
  }

  @Test("many threads may use one typesetter")
  func threads() async throws {
    let typesetter = try typesetter()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<8 {
        group.addTask {
          let session = try typesetter.page(macros: [FormulaMacro("me", "\(index)")])
          let formula = try session.set([FormulaRequest(#"\me"#)])[0].formula
          return formula?.mathML.contains("<mn>\(index)</mn>") == true
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
  }

  @Test("a typesetter ends cleanly and another begins")
  func ending() throws {
    for _ in 0..<5 {
      let session = try Typesetter().page()
      #expect(try session.set([FormulaRequest("x")])[0].formula != nil)
    }
  }

  @Test("what is missing is named, with what to do")
  func missing() throws {
    #expect(throws: TypesettingFault.engineIsMissing) { try ScriptLibrary(path: "libnothing.so") }
    #expect(TypesettingFault.engineIsMissing.description.contains("libjavascriptcoregtk-4.1-0"))
    let empty = Typesetter(assets: URL(filePath: "/nowhere"))
    let expected = TypesettingFault.fileIsMissing(path: "/nowhere/mathjax/loader.js")
    #expect(throws: expected) { try empty.page() }
    #expect(expected.description.contains("Scripts/setup"))
  }
}
