import Foundation

/// The notebooks that one call makes into pages, among all those whose pages lie together.
struct InputSelection: Sendable {
  /// The notebooks that are made.
  private(set) var inputs: [NotebookInput] = []
  /// All that are rendered where nothing but their folders is named, and so have pages.
  let whole: [NotebookInput]
  /// All whose labels they may refer to.
  private(set) var labelled: [NotebookInput]
  private(set) var faults: [InputFault]

  /// - Parameters:
  ///   - paths: what is to be made.
  ///   - roots: the folders, or notebooks, that pages are placed by; none for `paths` themselves.
  ///   - shard: the part of the notebooks that is wanted; `nil` for all.
  ///   - outputFolder: a folder that holds no notebooks.
  init(paths: [String], roots: [String] = [], shard: Shard? = nil, outputFolder: String) {
    let scope = roots.isEmpty ? paths : roots
    let (whole, faults) = NotebookInput.find(scope, outputFolder: outputFolder)
    self.faults = faults
    labelled = whole + NotebookInput.neighbours(of: scope)
    self.whole = whole
    inputs = whole
    if !roots.isEmpty { select(paths, from: whole, roots) }
    if let shard { inputs = shard.part(of: inputs) }
  }

  private mutating func select(_ paths: [String], from whole: [NotebookInput], _ roots: [String]) {
    inputs = []
    var seen: Set<String> = []
    for path in paths {
      let found = Self.inputs(at: path, in: whole)
      if found.isEmpty { faults.append(.outside(roots, path)) }
      inputs += found.filter { seen.insert($0.page).inserted }
    }
  }

  /// The notebooks at a path, or in it; where none has that name, a link may lead to one.
  private static func inputs(at path: String, in whole: [NotebookInput]) -> [NotebookInput] {
    for name in [{ URL(filePath: $0).standardizedFileURL.path }, MarkdownFiles.realPath] {
      let place = name(path)
      let found = whole.filter { input in
        let own = name(input.path)
        return own == place || own.hasPrefix(MarkdownFiles.join(place, ""))
      }
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension InputFault {
  fileprivate static func outside(_ roots: [String], _ path: String) -> InputFault {
    guard FileManager.default.fileExists(atPath: path) else { return .missing(path) }
    return InputFault(
      status: .usage,
      message:
        "\(path): error: there is no notebook of --root \(roots.joined(separator: ", ")) here"
    )
  }

  static func missingTemplate(_ path: String) -> InputFault {
    InputFault(status: .noInput, message: "\(path): error: there is no such template")
  }
}
