import Foundation
import NotebookSyntax
import Subprocess

/// Compiles a program's source.
struct Compiler: Sendable {
  var toolchain: Toolchain
  var libraries: NotebookLibraries
  /// The version of the language.
  var swiftVersion: String
  var arguments: [String]
  var timeout: Duration

  /// What is made of the source.
  enum Product {
    /// A program that can be run.
    case program
    /// A program that keeps all its checks, whatever the options say: an optimized one traps without
    /// a word.
    case checkedProgram
    /// Nothing but the compiler's messages, all of them, those of its later checks too.
    case messages
    /// Nothing but what the parser has to say.
    case syntax
  }

  /// Why there are no messages to be shown.
  enum Failure: Error {
    case timeout
    case crash(String)
  }

  /// Compiles a program in a folder.
  /// - Returns: what the compiler had to say. Where that holds no error, the program is there.
  func compile(
    _ program: ProgramSource,
    to product: Product = .program,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> CompilerRemarks {
    // Top-level code must be in a file of this name.
    let subfolder = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: subfolder, withIntermediateDirectories: true)
    let file = subfolder.appending(path: "main.swift").path
    try Data(program.text.utf8).write(to: URL(filePath: file))
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let invocation = Configuration(
      executable: .path(.init(toolchain.compiler)),
      // The source first: the driver writes a file of its own beside the first input, and that must
      // not be an object that another run links at the same time.
      arguments: Arguments(
        [file] + flags(for: program, product, output: folder[name + ".program"])
      ),
      workingDirectory: .init(subfolder.path),
      platformOptions: options
    )
    let (output, status) = try await withDeadline(timeout) {
      let result = try await Subprocess.run(
        invocation,
        output: .discarded,
        error: .string(limit: 16 << 20)
      )
      return (result.standardError, result.terminationStatus)
    }
    let files = [ProgramSource.literal(program.source.path), ProgramSource.generatedFile, file]
    let remarks = CompilerRemarks(
      CompilerMessage.messages(in: output, files: files),
      about: program,
      importable: libraries.listing
    )
    if !status.isSuccess, !remarks.hasErrors { throw Failure.crash(output) }
    return remarks
  }

  /// The way that was found to be fastest for a small program: one run of the driver; line tables,
  /// which places in backtraces need, and no more; and the linker that comes with the toolchain.
  private func flags(for program: ProgramSource, _ product: Product, output: String) -> [String] {
    var flags = [
      "-swift-version", swiftVersion, "-module-name", "main", "-Onone", "-gline-tables-only",
      // As the parser here reads it, and Swift 6.
      "-enable-bare-slash-regex",
      "-no-color-diagnostics", "-diagnostic-style", "llvm",
    ]
    flags += arguments
    switch product {
    case .program, .checkedProgram:
      if case .checkedProgram = product { flags.append("-Onone") }
      #if os(Linux)
        flags.append("-use-ld=lld")
      #endif
      flags += libraries.arguments(importing: program.modules) + ["-o", output]
    case .messages:
      flags += libraries.importArguments(importing: program.modules)
      flags += ["-emit-sil", "-o", "/dev/null"]
    case .syntax:
      flags.append("-parse")
    }
    return flags
  }

  private func withDeadline<Result: Sendable>(
    _ limit: Duration,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else { throw Failure.timeout }
      return result
    }
  }
}
