import Files
import Foundation
import ResultStore
import Synchronization

/// What lies at paths, looked at once for all pages of a run.
final class FileLook: Sendable {
  /// What lies at a path.
  enum Finding: Sendable {
    case nothing
    case folder
    /// A file; nothing is known of it where it cannot be read.
    case file(content: Fingerprint?, size: Int)
  }

  private let findings = Mutex<[PathKey: Finding]>([:])
  private let folders = Mutex<[PathKey: Names]>([:])

  /// The names in a folder.
  private struct Names: Sendable {
    var all: [String] = []
    var exact: Set<PathKey> = []
    /// Two texts are equal where one is the other's normal form.
    var byText: [String: String] = [:]

    init(of folder: String) {
      all =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
      for name in all {
        exact.insert(PathKey(name))
        if byText[name] == nil { byText[name] = name }
      }
    }
  }

  func finding(at path: String) -> Finding {
    let key = PathKey(path)
    if let known = findings.withLock({ $0[key] }) { return known }
    let found = Self.look(path)
    findings.withLock { $0[key] = found }
    return found
  }

  private static func look(_ path: String) -> Finding {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder }
    return .file(content: Fingerprint(ofFile: path), size: Int(status.st_size))
  }

  /// The path by which a file is there, where its name is written in another of Unicode's normal forms.
  func otherForm(of names: [String], below folder: String) -> String? {
    var here = folder
    for name in names {
      if name == ".." {
        here = RelativePath.joined([name], below: here)
        continue
      }
      let known = namesLooked(in: here)
      guard let found = known.exact.contains(PathKey(name)) ? name : known.byText[name] else {
        return nil
      }
      here = RelativePath.joined([found], below: here)
    }
    return here
  }

  /// The names in a folder.
  func names(in folder: String) -> [String] { namesLooked(in: folder).all }

  private func namesLooked(in folder: String) -> Names {
    let key = PathKey(folder)
    if let known = folders.withLock({ $0[key] }) { return known }
    let found = Names(of: folder)
    folders.withLock { $0[key] = found }
    return found
  }
}
