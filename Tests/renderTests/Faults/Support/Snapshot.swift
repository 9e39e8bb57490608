import Foundation

/// The files in a folder at one moment, each as a reader finds it.
struct Snapshot: Equatable {
  /// The bytes of each file, by its path below the folder.
  private(set) var files: [String: Data] = [:]

  /// What is left aside while a file is written; no reader takes that for a page.
  private(set) var leftovers: [String] = []

  init(of folder: String) {
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      if name.hasSuffix(".part") {
        leftovers.append(name)
      } else if let data = Self.bytes(folder + "/" + name) {
        files[name] = data
      }
    }
  }

  private static func bytes(_ path: String) -> Data? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
    return FileManager.default.contents(atPath: path)
  }

  /// The names of the files.
  var names: [String] { files.keys.sorted() }

  /// The files that are other than in an earlier snapshot.
  func changes(since earlier: Snapshot) -> [String] {
    names.filter { files[$0] != earlier.files[$0] }
  }

  /// The files that are neither what they were in an earlier snapshot nor what they are to become,
  /// and those of the earlier one that are gone.
  func faults(since earlier: Snapshot, until later: Snapshot) -> [String] {
    let wrong = files.filter { $1 != earlier.files[$0] && $1 != later.files[$0] }.keys
    return (wrong + earlier.files.keys.filter { files[$0] == nil }).sorted()
  }

  static func == (one: Snapshot, other: Snapshot) -> Bool { one.files == other.files }
}
