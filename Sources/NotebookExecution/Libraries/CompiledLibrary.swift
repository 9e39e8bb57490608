import Foundation

/// A compiled library's folder. Beside the files lies a list of their sizes, so that one which a full disk
/// or a lost connection cut short is made anew.
struct CompiledLibrary {
  private let folder: String

  private var list: String { folder + "/sizes" }

  /// How long a library is kept that no program imports.
  private static let keepsFor: TimeInterval = 60 * 86400

  init(in folder: String) { self.folder = folder }

  /// Whether all files are there as they were made. Notes that the library is used.
  var isWhole: Bool {
    guard let text = try? String(contentsOfFile: list, encoding: .utf8) else { return false }
    let isWhole = text.split(separator: "\n").allSatisfy { line in
      let words = line.split(separator: " ", maxSplits: 1)
      return words.count == 2 && Self.size(of: "\(folder)/\(words[1])") == Int(words[0])
    }
    if isWhole, Self.age(of: list) > 86400 { utimes(list, nil) }
    return isWhole
  }

  private static func files(of name: String) -> [String] {
    ["\(name).swiftmodule", "\(name).o"]
  }

  /// Whether a library's files are in a folder.
  static func files(of name: String, areIn folder: String) -> Bool {
    files(of: name).allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// Takes the library's files from where they were made.
  func take(_ name: String, from work: String) throws {
    var sizes = ""
    for file in Self.files(of: name) {
      let path = "\(folder)/\(file)"
      try FileManager.default.copyItem(atPath: "\(work)/\(file)", toPath: path)
      sizes += "\(Self.size(of: path) ?? 0) \(file)\n"
    }
    try Data(sizes.utf8).write(to: URL(filePath: list))
  }

  /// Removes libraries that have not been used for long.
  static func removeUnused(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let library = CompiledLibrary(in: "\(folder)/\(name)")
      guard age(of: library.list) > keepsFor else { continue }
      try? FileManager.default.removeItem(atPath: library.folder)
    }
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// In seconds; 0 for what is not there.
  private static func age(of path: String) -> TimeInterval {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let date = attributes?[.modificationDate] as? Date else { return 0 }
    return -date.timeIntervalSinceNow
  }
}
