import Foundation
import NotebookExecution

/// A folder with files that a test writes, gone when the test is over.
struct FixturePackage: Sendable {
  /// The folder that holds the packages.
  let folder: URL

  /// - Parameter files: what stands in each file, by its path in the folder.
  init(_ files: [String: String]) throws {
    folder = try Trial.makeFolder().resolvingSymlinksInPath()
    for (path, text) in files { try write(text, to: path) }
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  func move(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(
      at: folder.appending(path: path),
      to: folder.appending(path: other)
    )
  }

  func remove(_ path: String) {
    try? FileManager.default.removeItem(at: folder.appending(path: path))
  }

  /// Removes the folder, and the locks that the package manager leaves beside it under its name.
  func remove() {
    let parent = folder.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.contains(folder.lastPathComponent) {
      try? FileManager.default.removeItem(at: parent.appending(path: name))
    }
  }

  /// Writes a program that stands for `swift`.
  /// - Parameter script: what it does, in the shell.
  func tool(_ script: String) throws -> String {
    try write("#!/bin/bash\n\(script)\n", to: "swift")
    let path = folder.appending(path: "swift").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  static func manifest(
    _ name: String,
    imports: String = "",
    dependencies: String = "",
    products: String = "",
    targets: String
  ) -> String {
    """
    // swift-tools-version: 6.0
    import PackageDescription
    \(imports)
    let package = Package(
      name: "\(name)",
      products: [\(products)],
      dependencies: [\(dependencies)],
      targets: [\(targets)]
    )
    """
  }
}
