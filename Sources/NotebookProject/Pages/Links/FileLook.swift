import Files
import ResultStore
import Synchronization

/// What lies at paths, looked at once for all pages of a run. What a page depends on of it is for the page
/// to note.
final class FileLook: Sendable {
  /// What lies at a path.
  enum Finding: Sendable {
    case nothing
    case folder
    /// A file; nothing is known of it where it cannot be read.
    case file(content: Fingerprint?, size: Int)
  }

  /// How it is looked; takes no notes.
  let view: FileView
  private let findings = Mutex<[PathKey: Finding]>([:])
  private let folders = Mutex<[PathKey: Names]>([:])

  init(_ view: FileView) { self.view = view.quiet }

  /// The names in a folder.
  private struct Names: Sendable {
    var all: [String] = []
    var exact: Set<PathKey> = []
    /// Two texts are equal where one is the other's normal form.
    var byText: [String: String] = [:]

    init(of folder: String, in view: FileView) {
      all = (try? view.names(in: folder).names) ?? []
      for name in all {
        exact.insert(PathKey(name))
        if byText[name] == nil { byText[name] = name }
      }
    }
  }

  /// - Parameter image: reads what is shown as an image, if the page has it within itself.
  func finding(at path: String, reading image: ImageReading? = nil) -> Finding {
    let key = PathKey(path)
    if let known = findings.withLock({ $0[key] }) { return known }
    let found = look(path, reading: image)
    findings.withLock { $0[key] = found }
    return found
  }

  private func look(_ path: String, reading image: ImageReading?) -> Finding {
    guard let item = view.item(at: path) else { return .nothing }
    if item.isFolder { return .folder }
    let content =
      if let image, item.size <= ImageData.limit {
        image.read(path)?.content
      } else {
        view.fingerprint(ofFile: path)
      }
    return .file(content: content, size: item.size)
  }

  /// The path by which a file is there, where its name is written in another of Unicode's normal forms.
  /// - Parameter files: notes the folders that are looked through.
  func otherForm(of names: [String], below folder: String, _ files: FileView) -> String? {
    var here = folder
    for name in names {
      if name == ".." {
        here = RelativePath.joined([name], below: here)
        continue
      }
      files.note(here.isEmpty ? "." : here, .names)
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
    let found = Names(of: folder, in: view)
    folders.withLock { $0[key] = found }
    return found
  }
}
