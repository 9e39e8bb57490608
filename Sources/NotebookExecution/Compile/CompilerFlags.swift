import Files
import Foundation
import NotebookSyntax

/// Flags that an author gives the compiler, with the files and folders that they name.
struct CompilerFlags: Sendable {
  /// As they are written. They are the same wherever their folder lies.
  private(set) var written: [String] = []
  /// With each path from the root, so that they mean the same wherever the compiler runs.
  private(set) var absolute: [String] = []
  /// The files and folders that they name, from the root; none of the system's own, which come and go
  /// with the toolchain.
  private(set) var paths: [String] = []

  /// - Parameters:
  ///   - written: the flags.
  ///   - folder: where their relative paths begin; empty for the current folder.
  init(_ written: [String], from folder: String = "") {
    var reader = FlagReader(folder: URL(filePath: folder.isEmpty ? "." : folder).path)
    self.written = written
    absolute = reader.absolute(written)
    paths = reader.paths.sorted()
  }

  /// These flags and others after them.
  static func + (flags: CompilerFlags, others: CompilerFlags) -> CompilerFlags {
    var all = flags
    all.written += others.written
    all.absolute += others.absolute
    all.paths = Set(flags.paths).union(others.paths).sorted()
    return all
  }

  /// The files that the compiler and the linker may read because of them, with their names in the
  /// folders that are named. Documents and pages, which may lie beside headers, are none.
  var files: [(path: String, name: String)] {
    paths.flatMap { path in
      FileTree.content(of: path, links: true).filter { item in
        !item.isFolder && !Self.pages.contains { item.path.hasSuffix($0) }
      }
      .map { ($0.path, String($0.path.dropFirst(path.count))) }
    }
  }

  private static let pages = [".md", ".markdown", ".html"]
}

extension CompilerFlags {
  /// The flags that a notebook gives the compiler.
  init(of notebook: Notebook) {
    let folder = URL(filePath: notebook.source.path).deletingLastPathComponent().path
    self.init(notebook.frontMatter.swiftFlags, from: folder)
  }
}

extension Notebook {
  /// The files that its flags lead to, such as headers, which decide with its cells what comes of them.
  public var filesOfFlags: [String] { CompilerFlags(of: self).files.map(\.path) }
}

/// Finds the paths among flags.
private struct FlagReader {
  let folder: String
  var paths: Set<String> = []
  /// The files of flags that are being read, as one may name itself.
  private var open: Set<String> = []

  init(folder: String) { self.folder = folder }

  /// The flags with all paths from the root, and those that stand in files (`@flags`) in their place.
  mutating func absolute(_ flags: [String]) -> [String] {
    var result: [String] = []
    for option in ArgumentOptions.words(of: flags) {
      if option.prefix == nil, option.text.hasPrefix("@") {
        result += reading(path(String(option.text.dropFirst())))
      } else {
        result += absolute(option)
      }
    }
    return result
  }

  private mutating func absolute(_ option: ArgumentOptions.Word) -> [String] {
    var spelling = option.spelling
    let last = spelling.count - 1
    if last > (option.prefix == nil ? 0 : 1) {
      if PathOptions.separate.contains(option.text) {
        spelling[last] = path(spelling[last], counts: !PathOptions.toolchains.contains(option.text))
      }
    } else if let start = PathOptions.start(ofPathIn: option.text) {
      spelling[last] = option.text[..<start] + path(String(option.text[start...]))
    } else if isInput(option.text) {
      spelling[last] = path(option.text)
    }
    return spelling
  }

  /// The flags in a file. Where it cannot be read, the compiler has to say so.
  private mutating func reading(_ file: String) -> [String] {
    guard open.insert(file).inserted else { return [] }
    defer { open.remove(file) }
    guard let text = WholeFile.text(of: file) else { return ["@" + file] }
    return absolute(text.split(separator: "\n").flatMap { ShellWords.words(in: $0) ?? [] })
  }

  /// A path from the root. A macro's may have the names of its modules behind it.
  /// - Parameter counts: whether it leads to something of the author's.
  private mutating func path(_ written: String, counts: Bool = true) -> String {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty else { return written }
    let found =
      first.hasPrefix("/")
      ? String(first) : URL(filePath: folder).appending(path: String(first)).standardized.path
    let isSystem = found.hasPrefix("/usr/") && !found.hasPrefix("/usr/local/")
    if counts, !isSystem { paths.insert(found) }
    return ([found] + parts.dropFirst().map(String.init)).joined(separator: "#")
  }

  /// Whether a word by itself is a file that is compiled or linked too, not the value of an option.
  private func isInput(_ word: String) -> Bool {
    guard !word.hasPrefix("-"), PathOptions.inputs.contains(where: word.hasSuffix) else {
      return false
    }
    let file = word.hasPrefix("/") ? word : folder + "/" + word
    return FileStatus.isThere(file)
  }
}
