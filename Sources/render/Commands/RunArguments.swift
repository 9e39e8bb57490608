import ArgumentParser
import Files
import Foundation
import NotebookExecution

/// How cells are compiled and run, for every command that runs them.
struct RunArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How long a notebook may run, in seconds. It stands above 'timeout:' in a document; 60 if "
        + "neither says anything.",
      valueName: "seconds"
    )
  )
  var timeout: Double?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many documents are worked on side by side; as many as there are cores if not given.",
      valueName: "number"
    )
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The version of the Swift language, such as 6. It stands above 'swift-version:' in a document; "
        + "5 if neither says anything.",
      valueName: "version"
    )
  )
  var swiftVersion: String?

  @Flag(name: .customShort("O"), help: "Compile with optimization.")
  var isOptimized = false

  @Option(
    name: .customLong("swift-flag"),
    help: ArgumentHelp(
      "A further argument for swiftc, such as --swift-flag=-DDEMO; may be given again.",
      valueName: "flag"
    )
  )
  var swiftFlags: [String] = []

  @Option(
    help: ArgumentHelp(
      "A Swift package whose libraries the documents import; the one around each document if not "
        + "given.",
      valueName: "folder"
    )
  )
  var package: String?

  @Option(
    help: ArgumentHelp(
      "Where packages are built whose libraries the documents import, each in a folder of its own; "
        + "the package's .build if not given.",
      valueName: "folder"
    )
  )
  var scratchPath: String?

  @Flag(help: "Make each cell a program of its own, as 'isolated: true' in a document does.")
  var isolated = false

  @Option(
    help: ArgumentHelp(
      "Whether programs run in a sandbox: auto, where one can be had; on, always; off, never. It stands "
        + "above 'sandbox:' in lectern.yml.",
      valueName: "mode"
    )
  )
  var sandbox: SandboxMode?

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds above 0, not '\(timeout)'.")
    }
    try NamedPath.check(package, "--package", takes: "a folder")
    if let package, !FileStatus.isThere(package + "/Package.swift") {
      throw ValidationError("--package takes a folder that holds Package.swift, not '\(package)'.")
    }
    try NamedPath.check(scratchPath, "--scratch-path", takes: "a folder")
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not '\(jobs)'.")
    }
  }

  var options: RunOptions {
    var options = RunOptions(
      timeout: timeout.map { .seconds($0) },
      package: package.map { .folder($0) } ?? .around,
      swiftVersion: swiftVersion,
      compilerArguments: (isOptimized ? ["-O"] : []) + swiftFlags,
      isIsolated: isolated,
      jobs: jobs
    )
    options.scratchFolder = scratchPath
    options.sandbox = sandbox
    return options
  }
}

extension SandboxMode: ExpressibleByArgument {}
