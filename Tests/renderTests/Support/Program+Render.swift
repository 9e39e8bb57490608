import Foundation
import TestSupport
import Testing

extension Program {
  /// The built `render`, which lies beside the test bundle.
  static var render: String {
    get throws {
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
      let path = folder.appending(path: "render").path
      try #require(
        FileManager.default.isExecutableFile(atPath: path),
        "the program \(path) is not built: swift build makes it"
      )
      return path
    }
  }

  /// The path of a program that a Debian package brings.
  static func installed(_ name: String, package: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    return try #require(
      path,
      "the Debian package \(package) is missing: Scripts/setup --tests installs it"
    )
  }

  /// Runs `render` to its end.
  static func render(
    _ arguments: String...,
    environment: [String: String] = [:],
    in folder: ScratchFolder
  ) async throws -> Result {
    try await Program(render, arguments, environment: environment, in: folder).result()
  }
}
