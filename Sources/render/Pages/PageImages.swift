import Foundation
import NotebookSyntax

/// The images that a notebook shows from files of its own, put where its page looks for them.
struct PageImages {
  let notebook: SourceText
  /// The page's path.
  let page: String

  /// Copies images beside the page, as they lie beside the notebook.
  /// - Parameter addresses: the images' addresses; those on the web are left alone.
  /// - Returns: a warning for each image that the page will lack.
  func copy(_ addresses: [String]) throws(WholeFile.Fault) -> [Diagnostic] {
    let source = URL(filePath: notebook.path).deletingLastPathComponent()
    let target = URL(filePath: page).deletingLastPathComponent()
    var seen: Set<String> = []
    var warnings: [Diagnostic] = []
    for address in addresses where isFile(address) && seen.insert(address).inserted {
      let path = address.removingPercentEncoding ?? address
      let file = source.appending(path: path).path
      if path.split(separator: "/").contains("..") {
        warnings.append(
          warning(address, "lies outside the notebook's folder, so it is not copied to the page")
        )
      } else if FileManager.default.isReadableFile(atPath: file) {
        try WholeFile.copy(file, to: target.appending(path: path).path)
      } else {
        warnings.append(warning(address, "is not there"))
      }
    }
    return warnings
  }

  private func isFile(_ address: String) -> Bool {
    !address.isEmpty && !address.hasPrefix("/") && !address.hasPrefix("#")
      && address.prefixMatch(of: #/[A-Za-z][A-Za-z0-9+.\-]*:/#) == nil
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
