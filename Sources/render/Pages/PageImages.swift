import Foundation
import NotebookSyntax

/// The images that a notebook shows from files of its own, put where its page looks for them.
struct PageImages {
  /// An image's file, and its copy where the page looks for it.
  struct File: Sendable, Hashable {
    var source: String
    var copy: String
  }

  let notebook: SourceText
  /// The page's path.
  let page: String

  /// The images that are copied for some addresses, each once.
  func files(_ addresses: [String]) -> [File] {
    var seen: Set<File> = []
    return addresses.filter { isFile($0) && !leadsOut($0) }.map(file)
      .filter { isReadable($0) && seen.insert($0).inserted }
  }

  /// Copies images beside the page, as they lie beside the notebook.
  /// - Parameter addresses: the images' addresses; those on the web are left alone.
  /// - Returns: a warning for each image that the page will lack.
  func copy(_ addresses: [String]) throws(WholeFile.Fault) -> [Diagnostic] {
    for file in files(addresses) { try WholeFile.copy(file.source, to: file.copy) }
    var seen: Set<String> = []
    return addresses.filter { isFile($0) && seen.insert($0).inserted }.compactMap { address in
      if leadsOut(address) {
        return warning(
          address,
          "lies outside the notebook's folder, so it is not copied to the page"
        )
      }
      return isReadable(file(address)) ? nil : warning(address, "is not there")
    }
  }

  private func isFile(_ address: String) -> Bool {
    !address.isEmpty && !address.hasPrefix("/") && !address.hasPrefix("#")
      && address.prefixMatch(of: #/[A-Za-z][A-Za-z0-9+.\-]*:/#) == nil
  }

  private func leadsOut(_ address: String) -> Bool { names(in: address).contains("..") }

  private func file(_ address: String) -> File {
    let path = names(in: address).joined(separator: "/")
    return File(
      source: MarkdownFiles.path(path, beside: notebook.path),
      copy: MarkdownFiles.path(path, beside: page)
    )
  }

  private func names(in address: String) -> [Substring] {
    (address.removingPercentEncoding ?? address).split(separator: "/").filter { $0 != "." }
  }

  private func isReadable(_ file: File) -> Bool {
    FileManager.default.isReadableFile(atPath: file.source)
  }

  private func warning(_ address: String, _ what: String) -> Diagnostic {
    let text = String(decoding: notebook.bytes, as: UTF8.self)
    let place = text.utf8.firstRange(of: "](\(address)".utf8).map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound) + 2
    }
    let range = place.map { $0..<$0 + address.utf8.count }
    var diagnostic = Diagnostic(
      .warning,
      "missing-image",
      "the image '\(address)' \(what)",
      help: "put it into the notebook's folder, or below it",
      path: notebook.path
    )
    if let range {
      diagnostic.start = notebook.position(at: range.lowerBound)
      diagnostic.end = notebook.position(at: range.upperBound)
    }
    return diagnostic
  }
}
