import Documents
import Files
import Foundation
import NotebookSyntax

/// How the compiler is kept from what is not a document's while it works on its code, and so are the macros and
/// plugins that it starts.
///
/// It reads its own toolchain, the libraries and what the document's programs may read, and writes to the folder
/// of the run alone. Modules of C that were compiled before, for whatever document, it may use and not change:
/// else one document could leave there what others take for the system's.
struct CompilerConfinement: Sendable {
  let confinement: Confinement
  private let toolchain: ToolchainPlace
  /// What the flags lead to.
  private let readable: [String]
  /// The libraries, wherever they lie.
  private let libraries: [String]

  /// - Parameter flags: what the reader gives the compiler, or the folder's owner, and no document.
  init(
    _ confinement: Confinement,
    _ toolchain: ToolchainPlace,
    _ libraries: NotebookLibraries,
    _ flags: CompilerFlags
  ) {
    self.confinement = confinement
    self.toolchain = toolchain
    let files = libraries.modules.values.flatMap { module in
      ([module.file] + module.objects).compactMap { $0.map { Paths.path(".", beside: $0) } }
        + CompilerFlags((module.importArguments + module.linkArguments).flatMap { $0 }).paths
    }
    readable = flags.paths
    self.libraries = Set(files).sorted()
  }

  /// Whose modules of C the compiler uses.
  enum Modules {
    /// Those of all documents, which it cannot add to.
    case shared
    /// Those of this run.
    case own
  }

  /// How a tool of the compiler is started; `nil` where it runs like any other.
  /// - Parameters:
  ///   - words: the tool and its arguments.
  ///   - folder: where it runs, in the folder of the run.
  ///   - cache: where the run's own modules are.
  ///   - timeout: how long the compiler may take to say where it lies.
  /// - Throws: ``SandboxFault`` where it must not run so.
  func command(
    for words: [String],
    in folder: String,
    cache: String,
    timeout: Duration,
    _ modules: Modules
  ) async throws(SandboxFault) -> Sandbox.Command? {
    guard let sandbox = try confinement.sandbox() else { return nil }
    let place = await toolchain.files(askingIn: folder, timeout: timeout)
    var surroundings = confinement.surroundings
    surroundings.readable += [surroundings.workingFolder] + readable
    surroundings.needed = place.readable + libraries
    surroundings.workingFolder = folder
    surroundings.writable = [Paths.path(".", beside: folder)]
    surroundings.environment = Self.variables
    var home = cache
    if modules == .shared, let shared = ToolEnvironment.userCache {
      home = shared
      surroundings.needed.append(ToolEnvironment.modules(in: shared))
    }
    surroundings.ownVariables = ["TMPDIR": folder, "XDG_CACHE_HOME": home]
    return sandbox.command(for: [place.program(words[0])] + words.dropFirst(), surroundings)
  }

  /// Errors about files that a document's flags lead to and that the compiler will not see.
  func hiddenPaths(of notebook: Notebook) -> [Diagnostic] {
    guard let range = notebook.frontMatter.swiftFlagsRange, confinement.isInUse else { return [] }
    let hidden = CompilerFlags(of: notebook).paths.filter { path in
      FileStatus.isThere(path) && !SandboxMounts.shows(path, confinement.surroundings)
    }
    return hidden.map { path in
      Diagnostic(
        .error,
        .hiddenFile,
        "the sandbox hides '\(path)' from the compiler",
        help:
          "name it under 'inputs:' in the front matter, or run what you trust with '--sandbox off'",
        in: notebook.source,
        at: range
      )
    }
  }

  /// What the compiler is told by variables.
  private static let variables: Set = [
    "CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "LIBRARY_PATH", "LD_LIBRARY_PATH", "SDKROOT",
    "TOOLCHAINS",
  ]
}
