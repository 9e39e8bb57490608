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
  private let names = Mutex<[PathKey: [String]]>([:])

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
      let known = self.names(in: here)
      let exact = known.first { PathKey($0) == PathKey(name) }
      // The texts are equal where one is the other's normal form.
      guard let found = exact ?? known.first(where: { $0 == name }) else { return nil }
      here = RelativePath.joined([found], below: here)
    }
    return here
  }

  /// The names in a folder.
  func names(in folder: String) -> [String] {
    let key = PathKey(folder)
    if let known = names.withLock({ $0[key] }) { return known }
    let found =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    names.withLock { $0[key] = found }
    return found
  }
}
