import Documents
import Files
import NotebookHTML
import NotebookSyntax
import Synchronization

/// Labels of notebooks that are not rendered with one, but belong to the same course: so it can be said
/// what would find them.
final class CourseLabels: Sendable {
  /// Where a label is, and the folder that holds both.
  struct Place: Sendable {
    var notebook: String
    var folder: String
  }

  /// How much is looked at: a message is not worth more.
  private static let namesLooked = 20_000
  private static let bytesLooked = 16 << 20

  /// What the notebooks of a course may label.
  private struct Index: Sendable {
    /// The files in which a word stands that is a label's name there, or refers to one.
    var mentions: [String: [String]] = [:]
    /// What files really label, as far as that was asked.
    var labels: [PathKey: Set<String>] = [:]
  }

  private let files: FileView
  /// The notebooks whose labels are known.
  private let known: Set<PathKey>
  private let indices = Mutex<[PathKey: Index]>([:])

  /// - Parameters:
  ///   - files: how the notebooks are read. What is looked at for a message is not noted: the page fails
  ///     all the same.
  ///   - known: the notebooks whose labels are found without this, so that they are not asked again.
  init(_ files: FileView, besides known: [NotebookInput] = []) {
    self.files = files.quiet
    self.known = Set(known.map { PathKey(real: $0.path) })
  }

  /// The nearest notebook around another that has a label.
  func place(of label: String, from input: NotebookInput) -> Place? {
    let own = RelativePath.names(PathKey.realPath(input.root.isEmpty ? "." : input.root))
    guard let top = top(above: own) else { return nil }
    let found = indices.withLock { indices in
      var index = indices[PathKey(top)] ?? self.index(of: top)
      defer { indices[PathKey(top)] = index }
      return index.mentions[label, default: []].filter { path in
        let labels = index.labels[PathKey(path)] ?? self.labels(in: path)
        index.labels[PathKey(path)] = labels
        return labels.contains(label)
      }
    }
    func shared(_ path: String) -> Int {
      zip(own, RelativePath.folder(of: path)).prefix { PathKey($0) == PathKey($1) }.count
    }
    guard let nearest = found.max(by: { shared($0) < shared($1) }) else { return nil }
    let folder = "/" + own.prefix(shared(nearest)).joined(separator: "/")
    return Place(notebook: Self.shown(nearest), folder: Self.shown(folder))
  }

  private func index(of top: String) -> Index {
    var index = Index()
    var room = Self.bytesLooked
    for file in FolderListing(of: top, in: files, limit: Self.namesLooked).files {
      guard room > 0, !known.contains(PathKey(file.path)), let text = files.contents(of: file.path)
      else { continue }
      room -= text.count
      for name in Self.names(in: text) {
        index.mentions[name, default: []].append(file.path)
      }
    }
    return index
  }

  /// The words of a text that may be labels' names, each once.
  private static func names(in text: [UInt8]) -> Set<String> {
    text.withUnsafeBufferPointer { bytes in
      var names: Set<String> = []
      var at = 0
      // Each label's name has a hyphen, and most words have none.
      while let hyphen = bytes[at...].firstIndex(of: UInt8(ascii: "-")) {
        var start = hyphen
        while start > at, isPartOfName(bytes[start - 1]) { start -= 1 }
        var end = hyphen + 1
        while end < bytes.count, isPartOfName(bytes[end]) { end += 1 }
        if hyphen > start {
          let name = String(decoding: bytes[start..<end], as: UTF8.self)
          if Label.kind(ofName: name) != nil { names.insert(name) }
        }
        at = end
      }
      return names
    }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isWordByte || "-:.".utf8.contains(byte)
  }

  private func labels(in path: String) -> Set<String> {
    guard let source = files.source(at: path) else { return [] }
    return Set(NotebookParser.parse(source, isLabelledElsewhere: { _ in true }).labels.map(\.name))
  }

  /// The folder that a course lies in: what git holds, or else two folders above.
  private func top(above names: [String]) -> String? {
    for count in stride(from: names.count, to: 0, by: -1) {
      let folder = "/" + names.prefix(count).joined(separator: "/")
      if files.item(at: folder + "/.git") != nil { return folder }
    }
    let count = max(names.count - 2, 2)
    return count < names.count ? "/" + names.prefix(count).joined(separator: "/") : nil
  }

  /// A path as its reader would write it: from the folder that the program was started in, if it lies
  /// there.
  private static func shown(_ path: String) -> String {
    let here = RelativePath.names(PathKey.realPath("."))
    let names = RelativePath.names(path)
    let shared = zip(here, names).prefix { PathKey($0) == PathKey($1) }.count
    guard shared == here.count else { return path }
    return RelativePath.joined(Array(names.dropFirst(shared)), below: "")
  }
}

extension CourseLabels {
  /// What was found wrong on reading a notebook, with the way to the labels that are missing.
  func advising(_ diagnostics: [Diagnostic], in notebook: Notebook, _ input: NotebookInput)
    -> [Diagnostic]
  {
    guard diagnostics.contains(where: { $0.kind == .unknownLabel }) else {
      return diagnostics
    }
    let names = Dictionary(
      notebook.referencedLabels.map {
        (notebook.source.position(at: $0.range.lowerBound), $0.name)
      },
      uniquingKeysWith: { first, _ in first }
    )
    return diagnostics.map { diagnostic in
      guard diagnostic.kind == .unknownLabel, let start = diagnostic.start,
        let name = names[start], let place = place(of: name, from: input)
      else { return diagnostic }
      var advised = diagnostic
      advised.help =
        "it stands in \(place.notebook): render this page as a part of the folder that holds both, "
        + "with '--root \(ShellWord.quoted(place.folder))'"
      return advised
    }
  }
}
