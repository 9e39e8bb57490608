import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Packages that are verified", .serialized)
struct PackageCaseTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test(
    "a broken example is told where it stands and accepted there, and nothing else changes",
    arguments: PackageCase.all()
  )
  func findings(in golden: PackageCase) async throws {
    let files = try golden.write(into: folder)
    let verified = await Verified("package", in: folder) {
      $0.runOptions.package = .around
      $0.runOptions.timeout = nil
    }
    #expect(try golden.difference(of: verified.text, from: "expected.txt") == nil)
    let patch = try await Program.render("verify", "--accept", "--dry-run", "package", in: folder)
      .output
    #expect(try golden.difference(of: patch, from: "accepted.diff") == nil)

    _ = await Verified("package", in: folder) {
      $0.runOptions.package = .around
      $0.runOptions.timeout = nil
      $0.acceptance = .write
    }
    // The patch says all that was changed: taken back, each file is as it was.
    try folder.write(patch, to: "changes.patch")
    let git = try await Program("/usr/bin/git", ["apply", "-R", "changes.patch"], in: folder)
      .result()
    #expect(git.status == 0, "\(git.errors)")
    for (path, data) in files { #expect(try folder.data(path) == data, "\(path)") }
    // Nor do examples leave anything behind.
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path("package"))
      .filter {
        !$0.contains(".build") && !$0.contains(".lectern") && files["package/\($0)"] == nil
      }
      .filter { path in !files.keys.contains { $0.hasPrefix("package/\(path)/") } }
    #expect(left == [])
  }

  @Test("what its comments are taken for is listed", arguments: PackageCase.all())
  func comments(in golden: PackageCase) async throws {
    try golden.write(into: folder)
    let listed = try await Program.render("verify", "--explain-comments", "package", in: folder)
      .output
    #expect(try golden.difference(of: listed, from: "comments.txt") == nil)
  }

  @Test("no file of a case is left unused")
  func strayFiles() throws {
    #expect(!PackageCase.all().isEmpty)
    for golden in PackageCase.all() {
      #expect(try golden.strayFiles == [])
    }
  }
}

/// A package with what is expected of its documentation. Its sources end in `.swift.txt`, so that nobody
/// compiles or formats them as this package's own.
struct PackageCase: Sendable, CustomStringConvertible {
  private let golden: GoldenCase

  var description: String { golden.description }

  static func all(beside file: String = #filePath) -> [PackageCase] {
    GoldenCase.all(beside: file, in: "Packages").map { PackageCase(golden: $0) }
  }

  /// Writes the package into a folder.
  /// - Returns: what was written, by its paths.
  @discardableResult
  func write(into folder: ScratchFolder) throws -> [String: Data] {
    let root = golden.folder.appending(path: "package")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    var files: [String: Data] = [:]
    for name in names {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let path = "package/" + (name.hasSuffix(".txt") ? String(name.dropLast(4)) : name)
      files[path] = try Data(contentsOf: file)
      try folder.write(files[path] ?? Data(), to: path)
    }
    return files
  }

  func difference(of text: String, from name: String) throws -> String? {
    try golden.difference(of: text, from: name)
  }

  var strayFiles: [String] {
    get throws {
      try golden.strayFiles(besides: ["package", "expected.txt", "accepted.diff", "comments.txt"])
    }
  }
}
