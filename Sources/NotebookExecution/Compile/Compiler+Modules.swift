import Foundation

extension Compiler {
  /// Has the modules of C compiled that some modules need, among those of all documents: in a sandbox nothing can
  /// be added to them. What is compiled for that are imports, and nothing of a document.
  func addModules(importing modules: Set<String>, in folder: String) async throws {
    let place = URL(filePath: folder).appending(path: "imports.swift").path
    let imports = modules.union(["NotebookDisplay"]).sorted().map { "import \($0)\n" }
    try Data(imports.joined().utf8).write(to: URL(filePath: place))
    let words =
      [toolchain.compiler, place] + sharedFlags + libraries.importArguments(importing: modules)
      + ["-c", "-o", place + ".o"]
    // What is wrong with them is told of the program.
    _ = try await CompilerCall(words: words, folder: folder, timeout: timeout).run()
  }
}
