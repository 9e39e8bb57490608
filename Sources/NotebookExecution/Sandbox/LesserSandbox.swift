import Files
import Foundation
import NotebookDisplay

/// A sandbox that a program makes for itself before a cell runs (``OwnConfinement``), where there is no tool that makes
/// one around it.
///
/// It keeps the program from files and the network as the other does. But other processes are in sight, though not to
/// be read; temporary folders are not its own, and so closed to it but for one; and what is empty elsewhere, such as
/// the store, is only not to be changed.
enum LesserSandbox {
  /// Whether there can be one on this machine.
  static let isPossible = OwnConfinement.isPossible

  /// How to start a program.
  /// - Parameters:
  ///   - scratch: the folder for what it writes and nobody needs, which is its own.
  static func command(
    for program: String,
    _ surroundings: Sandbox.Surroundings,
    scratch: String
  ) -> Sandbox.Command {
    let shown = [surroundings.workingFolder] + surroundings.readable
    let readable = system + shown.flatMap(withoutPrivate) + surroundings.needed
    let writable = surroundings.writable + [scratch] + [surroundings.ownFolder].compactMap(\.self)
    var environment = Sandbox.environment(surroundings.environment)
    for name in ["HOME", "TMPDIR"] where !surroundings.environment.contains(name) {
      environment[name] = scratch
    }
    environment[RecorderSetup.readableVariable] = lines(readable)
    environment[RecorderSetup.writableVariable] = lines(writable + devices)
    return Sandbox.Command(tool: program, arguments: [], isOwn: true, environment: environment)
  }

  /// Paths, of which none can pass for two.
  private static func lines(_ paths: [String]) -> String {
    paths.filter { !$0.contains("\n") }.joined(separator: "\n")
  }

  /// A folder; of one that holds the user's own what is not private there.
  private static func withoutPrivate(_ path: String) -> [String] {
    guard let home = SandboxMounts.home, SandboxMounts.holds(PathKey.realPath(path), home) else {
      return [path]
    }
    // What lies beside it on the way is somebody else's.
    return Folder.names(in: home).filter { !$0.hasPrefix(".") }.map { Paths.join(home, $0) }
  }

  private static let system =
    ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/proc/self", "/dev"]
    + SandboxMounts.settings.map { "/etc/\($0)" }

  private static let devices = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom",
  ]
}
