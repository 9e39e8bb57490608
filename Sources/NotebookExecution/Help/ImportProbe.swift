import Files
import Foundation

/// Looks for the modules in which there is what a program cannot find: one call of the compiler over
/// small files, each of which imports one module and names all that is missing.
struct ImportProbe {
  let compiler: Compiler
  /// What is looked through: the modules of the toolchain that people import, then the libraries.
  let candidates: [String]

  /// - Parameter imported: the modules that are imported already.
  init(compiler: Compiler, imported: Set<String>) {
    self.compiler = compiler
    let own = compiler.libraries.names.subtracting(["NotebookDisplay"]).sorted()
    candidates = (Self.usual.filter { compiler.toolchain.hasModule($0) } + own)
      .filter { !imported.contains($0) }
  }

  /// - Returns: for each name the modules that have it, what is most usual first.
  func modules(with missing: [MissingName], in folder: URL) async throws -> [MissingName: [String]]
  {
    guard !missing.isEmpty, !candidates.isEmpty else { return [:] }
    try Folder.make(folder.path)
    var files: [String] = []
    for module in candidates {
      let file = folder.appending(path: "\(module).swift")
      let lines = ["import \(module)"] + missing.enumerated().map { $1.probe($0) }
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      files.append(file.path)
    }
    let call = CompilerCall(
      words: [compiler.toolchain.compiler] + files + compiler.probingFlags(importing: candidates),
      folder: folder.path,
      timeout: compiler.timeout
    )
    let messages = CompilerMessage.messages(in: try await call.run().messages, files: files)
    // A module that cannot be imported answers nothing.
    let broken = Set(messages.filter { $0.position?.line == 1 }.compactMap(\.file))
    var lacking: Set<Answer> = []
    for message in messages where message.severity == .error {
      guard let file = message.file, let line = message.position?.line,
        missing.indices.contains(line - 2), missing[line - 2].isMissing(in: message.text)
      else { continue }
      lacking.insert(Answer(file: file, number: line - 2))
    }
    var found: [MissingName: [String]] = [:]
    for (number, name) in missing.enumerated() {
      let modules = zip(candidates, files).filter { _, file in
        !broken.contains(file) && !lacking.contains(Answer(file: file, number: number))
      }
      found[name] = Self.withoutExported(modules.map(\.0))
    }
    return found
  }

  private struct Answer: Hashable {
    var file: String
    var number: Int
  }

  private static let usual = [
    "Foundation", "FoundationNetworking", "FoundationXML", "Observation", "RegexBuilder",
    "Synchronization", "Distributed", "_Differentiation", "Dispatch", "Glibc", "Musl", "Darwin",
  ]

  /// The modules without those whose names come with another one of them.
  private static func withoutExported(_ modules: [String]) -> [String] {
    guard modules.contains("Foundation") else { return modules }
    let exported: Set = [
      "FoundationNetworking", "FoundationXML", "Dispatch", "Glibc", "Musl", "Darwin",
    ]
    return modules.filter { !exported.contains($0) }
  }
}
