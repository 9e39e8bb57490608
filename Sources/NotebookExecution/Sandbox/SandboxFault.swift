import Documents
import NotebookSyntax

/// Why programs cannot run in a sandbox on this machine.
public enum SandboxFault: Error, Hashable {
  /// There is no tool that makes one.
  case noTool
  /// The tool cannot make one here; what it says.
  case refused(String)

  /// The reason, in a sentence without an end.
  public var reason: String {
    switch self {
    case .noTool: "there is no '\(Sandbox.toolName)' on the PATH"
    case .refused(let words): "'\(Sandbox.toolName)' cannot make one here: \(words)"
    }
  }

  /// What to do about it.
  public var help: String {
    switch self {
    case .noTool: "install bubblewrap, as by 'apt install bubblewrap'"
    case .refused: "allow user namespaces on this machine"
    }
  }

  /// What is to be said where programs ran without.
  public var text: String {
    let how =
      LesserSandbox.isPossible
      ? "in a lesser sandbox, which they made for themselves" : "without a sandbox"
    return "the programs ran \(how): \(reason); \(help)"
  }

  /// The reason, told about a document whose programs must not run without.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .error,
      .sandboxMissing,
      "this must run in a sandbox, and \(reason)",
      help: help + ", or run what you trust with '--sandbox off'",
      path: path
    )
  }
}
