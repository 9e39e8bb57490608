import Documents
import Files
import Foundation

/// What to do where a program failed because of its sandbox.
struct SandboxAdvice: Sendable {
  /// What it was started in.
  let surroundings: Sandbox.Surroundings

  /// What a reader can do about a failure; `nil` where the sandbox has no part in it.
  /// - Parameters:
  ///   - message: what was said of the failure, such as the text of an error.
  ///   - code: the statement that failed.
  func help(on message: String, in code: String) -> String? {
    if Self.refusals.contains(where: message.contains) { return Self.aboutWriting }
    if message.contains("No space left on device") {
      return
        "in the sandbox a temporary folder holds 512 MiB; write more to a folder that 'outputs:' in "
        + "lectern.yml names, " + Self.elseway
    }
    if Self.networkFaults.contains(where: message.contains) {
      return "there is no network in the sandbox; keep what is needed beside the document, "
        + Self.elseway
    }
    if let path = (Self.paths(in: message) + Self.literals(in: code)).first(where: hides) {
      return
        "the sandbox hides '\(path)' from this cell; name it under 'inputs:' in the front matter, "
        + Self.elseway
    }
    return Self.denials.contains(where: message.contains) ? Self.aboutWriting : nil
  }

  private static let aboutWriting =
    "in the sandbox cells write only to temporary folders; allow others by 'outputs:' in lectern.yml, "
    + elseway

  private static let elseway = "or run what you trust with '--sandbox off'"

  private static let refusals = ["Read-only file system", "The volume is read only"]
  /// What a sandbox that a program makes for itself answers to reading and writing alike.
  private static let denials = ["Permission denied", "don’t have permission"]
  private static let networkFaults = [
    "NSURLErrorDomain", "Network is unreachable", "Temporary failure in name resolution",
  ]

  /// Whether a file is there which programs in the sandbox do not see.
  private func hides(_ path: String) -> Bool {
    let path = Self.withoutTilde(path)
    guard !path.isEmpty else { return false }
    let file = Paths.join(surroundings.workingFolder, path)
    let full = path.hasPrefix("/") ? path : file
    return FileStatus.isThere(full) && !SandboxMounts.shows(full, surroundings)
  }

  private static func withoutTilde(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] else {
      return path
    }
    return home + path.dropFirst()
  }

  /// The paths that an error of Foundation, or of `contents(of:)`, tells.
  private static func paths(in message: String) -> [String] {
    message.matches(of: /NSFilePath=([^,}]+)/).map { String($0.output.1) }
      + message.matches(of: /'([^']+)'/).map { String($0.output.1) }
  }

  /// What stands between quotation marks in code.
  private static func literals(in code: String) -> [String] {
    code.matches(of: /"([^"\\\n]+)"/).map { String($0.output.1) }
  }
}
