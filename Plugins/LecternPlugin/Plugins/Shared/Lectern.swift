import Foundation
import PackagePlugin

/// The program of the bundle, called for the package that uses the plugins.
///
/// While it works, the package manager that called the plugin holds the package's `.build`. So the program
/// builds the package elsewhere, and that folder is kept, as are earlier results: all commands share both.
struct Lectern {
  private let context: PluginContext
  /// What all commands keep: the working folder of the first of them.
  private let shared: URL

  init(_ context: PluginContext) {
    self.context = context
    shared = context.pluginWorkDirectoryURL.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "VerifyDocs/outputs")
  }

  /// A folder that only this command writes.
  func folder(_ name: String) -> URL { context.pluginWorkDirectoryURL.appending(path: name) }

  /// Does what a command of the program does.
  /// - Parameters:
  ///   - command: the words that are the plugin's.
  ///   - arguments: what the user adds, which counts where both say something.
  func run(_ command: [String], _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = try context.tool(named: "render").url
    process.currentDirectoryURL = context.package.directoryURL
    process.arguments =
      command + [
        "--scratch-path", shared.appending(path: "packages").path,
        "--store", shared.appending(path: "results").path,
      ] + arguments
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Failure(status: process.terminationStatus, command: command)
    }
  }

  /// The user's own, in which the toolchain that called the plugin comes first.
  private var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    if let compiler = try? context.tool(named: "swiftc").url {
      let folder = compiler.deletingLastPathComponent().path
      environment["PATH"] = [folder, environment["PATH"] ?? ""].joined(separator: ":")
    }
    return environment
  }

  /// Why the command failed; what exactly is wrong the program has said.
  struct Failure: Error, CustomStringConvertible {
    var status: Int32
    var command: [String]

    var description: String {
      switch status {
      case 1 where command == ["verify"]:
        "the documentation does not hold what it promises; see above, and for '--accept' say "
          + "'swift package --allow-writing-to-package-directory accept-docs'"
      case 1: "something is wrong with the documentation; see above"
      case 64: "the arguments are not understood; see above"
      default: "the documentation could not be looked at; see above (status \(status))"
      }
    }
  }
}
