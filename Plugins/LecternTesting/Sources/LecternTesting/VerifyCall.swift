import Foundation

/// A call of `render verify` that reports as JSON.
struct VerifyCall {
  var paths: [String]
  var arguments: [String]
  var package: PackageFolder

  /// - Returns: the report.
  func run() throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: try program())
    // SwiftPM holds its own folder while tests run.
    let scratch = package.path + "/.build/lectern"
    process.arguments =
      ["verify", "--format", "json", "--scratch-path", scratch] + arguments + ["--"] + paths
    process.currentDirectoryURL = URL(filePath: package.path)
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    let errors = FileManager.default.temporaryDirectory.appending(
      path: "lectern-\(UUID().uuidString)"
    )
    guard FileManager.default.createFile(atPath: errors.path, contents: nil) else {
      throw Fault("the folder '\(errors.deletingLastPathComponent().path)' cannot be written")
    }
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let report = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // Where documents fail there is a report as well.
    guard [0, 1].contains(process.terminationStatus), !report.isEmpty else {
      let words = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
      throw Fault(
        "'render verify' ends with \(process.terminationStatus), and says: "
          + (words.isEmpty ? "nothing" : words)
      )
    }
    return report
  }

  /// The path of `render`.
  private func program() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["LECTERN_PROGRAM"], !named.isEmpty {
      guard FileManager.default.isExecutableFile(atPath: named) else {
        throw Fault("LECTERN_PROGRAM names '\(named)', which is no program")
      }
      return named
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.lazy.map { "\($0)/render" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw Fault(
        "there is no 'render' on the PATH: install it by Lectern's Scripts/install, or name it in LECTERN_PROGRAM"
      )
    }
    return found
  }
}
