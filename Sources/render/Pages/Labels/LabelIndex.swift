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
  /// A label's place among the pages.
  struct Entry: Sendable {
    /// The notebook that has it.
    var input: NotebookInput
    /// All that is known of what it names, as text.
    var description: String
  }

  private let inputs: [NotebookInput]
  private let lists: LabelLists
  private let entries = Mutex<[String: [Entry]]?>(nil)

  /// - Parameters:
  ///   - inputs: the notebooks that are rendered, and those beside them. Of several with the same page
  ///     the first counts: a notebook that is named lies beside itself too.
  ///   - use: where the labels of unchanged notebooks are kept.
  init(_ inputs: [NotebookInput], _ use: StoreUse? = nil) {
    var pages: Set<String> = []
    self.inputs = inputs.filter { pages.insert($0.page).inserted }
    lists = LabelLists(use)
  }

  /// What has a label, on pages other than one.
  func entries(named name: String, besides page: String) -> [Entry] {
    let all = entries.withLock { entries in
      let read = entries ?? measured(.labels) { self.read() }
      entries = read
      return read
    }
    return all[name, default: []].filter { $0.input.page != page }
  }

  /// What a label names, as a page links to it; `nil` where no other page has the label, or several.
  func target(named name: String, from page: String) -> LabelTarget? {
    let found = entries(named: name, besides: page)
    guard found.count == 1, let other = found.first?.input,
      var target = lists.target(named: name, of: other)
    else { return nil }
    target.address = target.address.map { Self.relativePath(from: page, to: other.page) + $0 }
    return target
  }

  private func read() -> [String: [Entry]] {
    var entries: [String: [Entry]] = [:]
    for input in inputs {
      for (name, description) in lists.descriptions(of: input) {
        entries[name, default: []].append(Entry(input: input, description: description))
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
