import Foundation
import NotebookPages
import NotebookSyntax
import Synchronization
import Timing

/// The labels of all notebooks whose pages lie together, so that one may refer to another.
///
/// The notebooks are read when the first of them refers to something that it does not have itself.
final class LabelIndex: Sendable {
  /// A label's place among the pages.
  struct Entry: Sendable {
    /// The notebook, as the user gave its path.
    var notebook: String
    /// Its page, below the output folder.
    var page: String
    var target: LabelTarget
  }

  private let inputs: [NotebookInput]
  private let entries = Mutex<[String: [Entry]]?>(nil)

  /// - Parameter inputs: the notebooks that are rendered, and those beside them. Of several with the
  ///   same page the first counts: a notebook that is named lies beside itself too.
  init(_ inputs: [NotebookInput]) {
    var pages: Set<String> = []
    self.inputs = inputs.filter { pages.insert($0.page).inserted }
  }

  /// What has a label, on pages other than one.
  func entries(named name: String, besides page: String) -> [Entry] {
    let all = entries.withLock { entries in
      let read = entries ?? measured(.labels) { Self.read(inputs) }
      entries = read
      return read
    }
    return all[name, default: []].filter { $0.page != page }
  }

  /// What a label names, as a page links to it; `nil` where no other page has the label, or several.
  func target(named name: String, from page: String) -> LabelTarget? {
    let found = entries(named: name, besides: page)
    guard found.count == 1, var target = found.first?.target, let other = found.first?.page else {
      return nil
    }
    target.address = target.address.map { Self.relativePath(from: page, to: other) + $0 }
    return target
  }

  /// The notebooks that have what a notebook refers to and does not have itself, each once.
  func notebooks(usedBy notebook: Notebook, page: String) -> [String] {
    let own = Set(notebook.labels.map(\.name))
    var seen: Set<String> = []
    return notebook.referencedLabels.filter { !own.contains($0.name) }
      .flatMap { entries(named: $0.name, besides: page).map(\.notebook) }
      .filter { seen.insert($0).inserted }
  }

  /// What a notebook refers to that stands on several other pages, so that it is not clear which of
  /// them is meant.
  func ambiguities(in notebook: Notebook, page: String) -> [Diagnostic] {
    let own = Set(notebook.labels.map(\.name))
    return notebook.referencedLabels.filter { !own.contains($0.name) }.compactMap { target in
      let found = entries(named: target.name, besides: page)
      guard found.count > 1 else { return nil }
      return Diagnostic(
        .error,
        "ambiguous-label",
        "'\(target.name)' is a label in \(found.map(\.notebook).joined(separator: " and in "))",
        help: "give all but one of them another name",
        in: notebook.source,
        at: target.range
      )
    }
  }

  private static func read(_ inputs: [NotebookInput]) -> [String: [Entry]] {
    var entries: [String: [Entry]] = [:]
    for input in inputs {
      guard let data = FileManager.default.contents(atPath: input.path) else { continue }
      let source = SourceText(path: input.path, bytes: Array(data))
      let notebook = NotebookParser.parse(source)
      let labels = PageLabels(notebook)
      for name in Set(labels.names) {
        guard let target = labels.target(named: name) else { continue }
        let entry = Entry(notebook: input.path, page: input.page, target: target)
        entries[name, default: []].append(entry)
      }
    }
    return entries
  }

  /// The way from one page to another, both below the output folder.
  static func relativePath(from page: String, to other: String) -> String {
    var here = page.split(separator: "/").dropLast()[...]
    var there = other.split(separator: "/")[...]
    while let first = here.first, first == there.first, there.count > 1 {
      here.removeFirst()
      there.removeFirst()
    }
    let path = (here.map { _ in ".." } + there.map(String.init)).joined(separator: "/")
    // Spaces and the like cannot stand in an address.
    return path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }
}
