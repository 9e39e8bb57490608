import Files

/// A compiled library's folder. Beside the files lies a list of their sizes, so that one which a full disk
/// or a lost connection cut short is made anew.
struct CompiledLibrary {
  private let folder: String

  private var list: String { folder + "/sizes" }

  /// How long a library is kept that no program imports.
  private static let keepsFor = Duration.seconds(60 * 86400)

  init(in folder: String) { self.folder = folder }

  /// Whether all files are there as they were made. Notes that the library is used.
  var isWhole: Bool {
    guard let text = WholeFile.text(of: list) else { return false }
    let isWhole = text.split(separator: "\n").allSatisfy { line in
      let words = line.split(separator: " ", maxSplits: 1)
      return words.count == 2 && Self.size(of: "\(folder)/\(words[1])") == Int(words[0])
    }
    if isWhole, Self.age(of: list) > .seconds(86400) { _ = WholeFile.touch(list) }
    return isWhole
  }

  private static func files(of name: String) -> [String] {
    ["\(name).swiftmodule", "\(name).o"]
  }

  /// Whether a library's files are in a folder.
  static func files(of name: String, areIn folder: String) -> Bool {
    files(of: name).allSatisfy { FileStatus.isThere("\(folder)/\($0)") }
  }

  /// Takes the library's files from where they were made.
  func take(_ name: String, from work: String) throws {
    var sizes = ""
    for file in Self.files(of: name) {
      let path = "\(folder)/\(file)"
      try WholeFile.copy("\(work)/\(file)", to: path)
      sizes += "\(Self.size(of: path) ?? 0) \(file)\n"
    }
    try WholeFile.write(Array(sizes.utf8), to: list)
  }

  /// Removes libraries that have not been used for long.
  static func removeUnused(in folder: String) {
    for name in Folder.names(in: folder) {
      let library = CompiledLibrary(in: "\(folder)/\(name)")
      guard age(of: library.list) > keepsFor else { continue }
      try? Folder.remove(library.folder)
    }
  }

  private static func size(of path: String) -> Int? {
    (try? FileStatus(of: path, followingLinks: true))?.size
  }

  /// How long ago a file was used; 0 for one that is not there.
  private static func age(of path: String) -> Duration {
    (try? FileStatus(of: path))?.time.age(at: .now) ?? .zero
  }
}
