import Documents
import NotebookSyntax
import Testing

@testable import NotebookPrograms

@Suite("What earlier statements did to the process")
struct ProcessStateTests {
  /// A change of an earlier statement, and whether a stored value's key tells it.
  struct Change: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var closure: String
    var counts: Bool
    var testDescription: String { "\(old) → \(new), \(closure)" }
  }

  private static func changes(counting: Bool, _ rows: [(String, String, String)]) -> [Change] {
    rows.map { Change(old: $0.0, new: $0.1, closure: $0.2, counts: counting) }
  }

  private static let told = changes(
    counting: true,
    [
      ("srand48(1)", "srand48(2)", "drand48()"),
      ("_ = drand48()", "_ = (drand48(), drand48())", "drand48()"),
      ("setenv(\"A\", \"1\", 1)", "setenv(\"A\", \"2\", 1)", "String(cString: getenv(\"A\"))"),
      (
        "setenv(\"A\", \"1\", 1)", "setenv(\"A\", \"2\", 1)",
        "ProcessInfo.processInfo.environment[\"A\"]"
      ),
      ("chdir(\"/tmp\")", "chdir(\"/usr\")", "FileManager.default.currentDirectoryPath"),
      ("chdir(\"/tmp\")", "chdir(\"/usr\")", "try! contents(of: \"a\")"),
      (
        "try \"1\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
        "try \"2\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
        "try! String(contentsOfFile: \"f\", encoding: .utf8)"
      ),
      ("setlocale(LC_ALL, \"C\")", "setlocale(LC_ALL, \"\")", "String(format: \"%.1f\", 1.5)"),
      ("setlocale(LC_ALL, \"C\")", "setlocale(LC_ALL, \"\")", "1234.5.formatted()"),
      ("umask(0)", "umask(7)", "umask(1)"),
      (
        "UserDefaults.standard.set(1, forKey: \"a\")",
        "UserDefaults.standard.set(2, forKey: \"a\")",
        "UserDefaults.standard.integer(forKey: \"a\")"
      ),
      ("signal(SIGINT, SIG_IGN)", "signal(SIGINT, SIG_DFL)", "signal(SIGINT, SIG_IGN)"),
      ("let begin = { srand48(1) }\nbegin()", "let begin = { srand48(2) }\nbegin()", "drand48()"),
      (
        "func seed() { srand48(1) }\nseed()", "func seed() { srand48(2) }\nseed()",
        "(1...3).map { _ in drand48() }"
      ),
      (
        "struct S { static func seed() { srand48(1) } }\nS.seed()",
        "struct S { static func seed() { srand48(2) } }\nS.seed()", "draw()"
      ),
    ]
  )

  private static let passed = changes(
    counting: false,
    [
      ("print(\"a\")", "print(\"b\")", "drand48()"),
      ("let a = [1, 2].map { $0 * 2 }", "let a = [1, 2].map { $0 * 3 }", "drand48()"),
      ("srand48(1)", "srand48(2)", "(1...3).reduce(0, +)"),
      ("srand48(1)", "srand48(2)", "sqrt(2.0) + pow(2, 0.5)"),
      ("setenv(\"A\", \"1\", 1)", "setenv(\"A\", \"2\", 1)", "softmax([1, 2])"),
      ("let b = String(format: \"%d\", 1)", "let b = String(format: \"%d\", 2)", "draw()"),
      ("softmax([1, 2])", "softmax([1, 3])", "draw()"),
    ]
  )

  @Test("counts for a stored value that may tell it, and for no other", arguments: told + passed)
  func key(_ change: Change) throws {
    func parts(_ earlier: String) throws -> [String] {
      let text = """
        ```swift
        import Foundation
        import LayerCalculus
        func draw() -> Double { drand48() }
        \(earlier)
        ```
        ```swift
        let v = stored("v") { \(change.closure) }
        ```
        """
      let source = SourceText(path: "a.md", text: text)
      let pieces = ProgramPlan.plans(of: ParsedNotebook(NotebookParser.parse(source))).flatMap(
        \.pieces
      )
      let code = try #require(ProgramCode(SourceWriter.program(pieces, in: source)))
      let unit = try #require(code.units.firstIndex { !$0.sites.isEmpty })
      var changes: [Int: Set<String>] = [:]
      let site = code.units[unit].sites[0]
      return StoredCode(
        of: site,
        in: unit,
        during: unit,
        code,
        asksForPlace: false,
        &changes
      ).parts.map {
        "\($0.name): \($0.text)"
      }
    }
    #expect(try (parts(change.old) != parts(change.new)) == change.counts)
  }
}
