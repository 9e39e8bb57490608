import Foundation
import NotebookPages
import NotebookSyntax
import ResultStore
import Synchronization

/// What the labels of single notebooks name.
///
/// Of an unchanged notebook the names are kept with a description of what each stands for, so that it
/// is only parsed where a page links to it.
final class LabelLists: Sendable {
  private typealias Targets = [String: LabelTarget]

  private let use: StoreUse?
  /// By the notebooks' paths.
  private let parsed = Mutex<[String: Targets]>([:])

  init(_ use: StoreUse?) { self.use = use }

  /// The labels of a notebook, each with all that is known of it as text.
  func descriptions(of input: NotebookInput) -> [String: String] {
    guard let source = Self.source(of: input) else { return [:] }
    let key = key(of: source)
    if let key, let kept: [String: String] = use?.value(for: key) { return kept }
    let targets = targets(in: source)
    parsed.withLock { $0[input.path] = targets }
    let descriptions = targets.mapValues { String(describing: $0) }
    if let key { use?.keep(descriptions, for: key) }
    return descriptions
  }

  /// What a label of a notebook names; its address is that within the page.
  func target(named name: String, of input: NotebookInput) -> LabelTarget? {
    if let targets = parsed.withLock({ $0[input.path] }) { return targets[name] }
    let targets = Self.source(of: input).map(targets) ?? [:]
    parsed.withLock { $0[input.path] = targets }
    return targets[name]
  }

  private static func source(of input: NotebookInput) -> SourceText? {
    FileManager.default.contents(atPath: input.path).map {
      SourceText(path: input.path, bytes: Array($0))
    }
  }

  private func targets(in source: SourceText) -> Targets {
    let labels = PageLabels(NotebookParser.parse(source))
    return labels.names.reduce(into: [:]) { $0[$1] = labels.target(named: $1) }
  }

  /// - Returns: `nil` where the program that reads labels may be changing.
  private func key(of source: SourceText) -> StoreKey? {
    guard use != nil, let program = ThisProgram.stamp, program.isSettled else { return nil }
    var parts = KeyParts(kind: ResultKind("labels", version: 1))
    parts.add("program", program.text)
    parts.add("notebook", bytes: source.bytes)
    return parts.key
  }
}
