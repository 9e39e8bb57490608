import Foundation
import Testing

/// What is written about the house holds for the house.
@Suite("The documentation")
struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: Target.package.appending(path: path), encoding: .utf8)
  }

  @Test("has a picture whose arrows are the dependencies that no others lead to")
  func picture() throws {
    let drawn = try text("Documentation/architecture.svg")
      .matches(of: /<title>(\w+) stands on (\w+)<\/title>/)
      .map { "\($0.1) \($0.2)" }
    let targets = try Target.all()
    let names = Set(targets.map(\.name))
    let beneath = Dictionary(
      uniqueKeysWithValues: targets.map { ($0.name, $0.dependencies.intersection(names)) }
    )
    func reached(from name: String) -> Set<String> {
      beneath[name, default: []].reduce(into: []) { $0.formUnion(reached(from: $1).union([$1])) }
    }
    let needed = targets.flatMap { target in
      let direct = beneath[target.name, default: []]
      let indirect = direct.reduce(into: Set<String>()) { $0.formUnion(reached(from: $1)) }
      return direct.subtracting(indirect).map { "\(target.name) \($0)" }
    }
    #expect(drawn.sorted() == needed.sorted())
  }

  @Test(
    "names files that are there",
    arguments: ["Documentation/Architecture.md", "Documentation/Glossary.md", "CONTRIBUTING.md"]
  )
  func paths(_ document: String) throws {
    let named = try text(document)
      .matches(of: /(?:Sources|Tests|Templates|Plugins|Scripts|Benchmarks|Notebooks)\/[\w+\/.-]+/)
      .map { String($0.0).trimmingCharacters(in: CharacterSet(charactersIn: ".")) }
    #expect(!named.isEmpty || document.hasSuffix("Glossary.md"))
    for path in named {
      let file = Target.package.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(path)")
    }
  }
}
