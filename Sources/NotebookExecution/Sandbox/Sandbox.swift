import Files
import Foundation

/// A place without network, without other processes, and with few files, in which programs run that this
/// machine's owner did not write.
///
/// It is made by bubblewrap, of the kernel's namespaces. What is given back when a program ends is the
/// status that a shell would give: see ``ProgramRun/Ending``.
struct Sandbox: Sendable {
  /// The tool that makes it.
  static let toolName = "bwrap"

  /// The tool's path.
  private let tool: String

  /// Finds the tool.
  static func find() -> Result<Sandbox, SandboxFault> {
    Toolchain.find(toolName).map { .success(Sandbox(tool: $0)) } ?? .failure(.noTool)
  }

  /// What the tool said where no program came to run; `nil` where one did.
  static func fault(in drained: ProgramDrain.Drained) -> String? {
    guard drained.events.isEmpty else { return nil }
    return words(ofFault: String(decoding: drained.standardError, as: UTF8.self))
  }

  /// What the tool says in a message; `nil` where another speaks.
  static func words(ofFault message: String) -> String? {
    message.hasPrefix(toolName + ": ") ? words(of: message) : nil
  }

  /// What the tool says where it fails, without its name.
  static func words(of message: String) -> String {
    let first = message.split(separator: "\n").first.map(String.init) ?? "it says nothing"
    return first.hasPrefix(toolName + ": ") ? String(first.dropFirst(toolName.count + 2)) : first
  }
}

extension Sandbox {
  /// What programs may see and change in it.
  struct Surroundings: Sendable {
    /// The folder in which they run, which they may read.
    var workingFolder: String
    /// A folder of their own in which they run instead, and which they may write; `nil` for none.
    var ownFolder: String?
    /// Other files and folders that they may read.
    var readable: [String] = []
    /// The folders that they may write.
    var writable: [String] = []
    /// The folders that are empty for them wherever they lie.
    var hidden: [String] = []
    /// What they cannot do without, wherever that lies.
    var needed: [String] = []
    /// The variables that they are given besides the usual ones.
    var environment: Set<String> = []
    /// Variables with values of their own.
    var ownVariables: [String: String] = [:]
  }

  /// How a program is started in one.
  struct Command: Sendable {
    /// What makes it and starts the program, or the program, which makes one for itself.
    var tool: String
    var arguments: [String]
    /// Whether the program makes it for itself.
    var isOwn = false
    /// All variables.
    var environment: [String: String]
  }

  /// How to start a program.
  /// - Parameter words: its path and its arguments.
  func command(for words: [String], _ surroundings: Surroundings) -> Command {
    let mounts = SandboxMounts(surroundings)
    let environment = Self.environment(surroundings.environment)
    return Command(
      tool: tool,
      arguments: Self.kept + mounts.arguments + ["--chdir", mounts.workingFolder, "--"] + words,
      environment: environment.merging(surroundings.ownVariables) { $1 }
    )
  }

  /// Nothing is shared, and nothing goes on when this program ends, however it ends.
  private static let kept = [
    "--unshare-all", "--unshare-user", "--cap-drop", "ALL", "--hostname", "sandbox",
    "--die-with-parent",
  ]

  /// The variables of programs in one.
  static func environment(_ names: Set<String>) -> [String: String] {
    let all = ProcessInfo.processInfo.environment
    var given = all.filter { name, _ in isUsual(name) || names.contains(name) }
    for name in ["HOME", "TMPDIR"] where !names.contains(name) {
      given[name] = SandboxMounts.scratch
    }
    return given
  }

  /// Whether every program may know a variable, even if with a value of its own.
  static func isUsual(_ name: String) -> Bool { usual.contains(name) || name.hasPrefix("LC_") }

  private static let usual: Set = [
    "PATH", "LANG", "LANGUAGE", "TZ", "TERM", "NO_COLOR", "HOME", "TMPDIR", "PWD",
  ]
}
