import Foundation

/// This package's own files.
enum PackageFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A notebook that comes with the package.
  static func notebook(_ name: String) -> URL {
    folder.appending(path: "Notebooks").appending(path: name + ".md")
  }

  /// The names of the notebooks that come with the package.
  static let notebooks: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Notebooks").path
    )
    return (names ?? []).filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()
}
