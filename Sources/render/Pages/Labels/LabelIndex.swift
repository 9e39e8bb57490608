import Foundation
import NotebookPages
import NotebookSyntax
import ResultStore
import Synchronization
import Timing

/// The labels of all notebooks whose pages lie together, so that one may refer to another.
///
/// The notebooks are read when the first of them refers to something that it does not have itself.
final class LabelIndex: Sendable {
  /// What a label names, and where among the pages.
  struct Entry: Codable, Hashable, Sendable {
    /// The notebook, as the user gave its path.
    var notebook: String
    /// Its page, below the output folder.
    var page: String
    /// What the label names; its address is that within the page.
    var target: LabelTarget
  }

  private let inputs: [NotebookInput]
  private let use: StoreUse?
  private let entries = Mutex<[String: [Entry]]?>(nil)

  /// - Parameters:
  ///   - inputs: the notebooks that are rendered, and those beside them. Of several with the same page
  ///     the first counts: a notebook that is named lies beside itself too.
  ///   - use: where the labels of unchanged notebooks are kept.
  init(_ inputs: [NotebookInput], _ use: StoreUse? = nil) {
    var pages: Set<PathKey> = []
    self.inputs = inputs.filter { pages.insert(PathKey($0.page)).inserted }
    self.use = use
  }

  /// What has a label, on pages other than one.
  func entries(named name: String, besides page: String) -> [Entry] {
    let all = entries.withLock { entries in
      let read = entries ?? measured(.labels) { self.read() }
      entries = read
      return read
    }
    return all[name, default: []].filter { PathKey($0.page) != PathKey(page) }
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

  private func read() -> [String: [Entry]] {
    var entries: [String: [Entry]] = [:]
    for input in inputs {
      guard let data = FileManager.default.contents(atPath: input.path) else { continue }
      for (name, target) in targets(in: SourceText(path: input.path, bytes: Array(data))) {
        let entry = Entry(notebook: input.path, page: input.page, target: target)
        entries[name, default: []].append(entry)
      }
    }
    return entries
  }

  /// What the labels of a notebook name, as it is kept, or as it is found now.
  private func targets(in source: SourceText) -> [String: LabelTarget] {
    let key = use.flatMap { _ in StoreKey.reading("labels", of: source) }
    if let key, let kept: [String: LabelTarget] = use?.value(for: key) { return kept }
    let labels = PageLabels(NotebookParser.parse(source))
    let targets = labels.names.reduce(into: [:]) { $0[$1] = labels.target(named: $1) }
    if let key { use?.keep(targets, for: key) }
    return targets
  }

  /// The way from one page to another, both below the output folder.
  static func relativePath(from page: String, to other: String) -> String {
    var here = RelativePath.names(page).dropLast()
    var there = RelativePath.names(other)[...]
    while let first = here.first, let second = there.first, PathKey(first) == PathKey(second),
      there.count > 1
    {
      here.removeFirst()
      there.removeFirst()
    }
    return LocalAddress.encoded((here.map { _ in ".." } + there).joined(separator: "/"))
  }
}
