import Documents
import NotebookSyntax

/// Why a library that notebooks import is not there.
enum LibraryFault: Error {
  /// The compiler refuses it, and says why.
  case refused(library: String, compiler: String, messages: String)
  /// It cannot be written.
  case failed(library: String, reason: String)

  /// The reason, told about a document.
  func diagnostic(path: String) -> Diagnostic {
    let (message, help): (String, String)
    switch self {
    case .refused(let library, let compiler, let messages):
      message = "'\(library)', which notebooks import, does not compile with '\(compiler)'"
      let first = messages.split(separator: "\n").first { $0.contains("error:") }
      help =
        "install Swift 6.2 or later from https://swift.org/install"
        + (first.map { "; this compiler says: \($0)" } ?? "")
    case .failed(let library, let reason):
      message = "'\(library)', which notebooks import, cannot be compiled: \(reason)"
      help = "set XDG_CACHE_HOME to a folder that can be written"
    }
    return Diagnostic(.error, .libraryNotCompiled, message, help: help, path: path)
  }
}
