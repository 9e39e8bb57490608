import Foundation
import TestSupport
import Testing

@testable import render

/// What a page in the folder `Output` of a scratch folder shows and links to.
struct PageFiles {
  let page: String
  private let text: String
  private let folder: ScratchFolder

  init(_ page: String, in folder: ScratchFolder) throws {
    self.page = page
    self.folder = folder
    text = try folder.read("Output/" + page)
  }

  /// The addresses in an attribute, in order; those of the page's own parts are left out.
  func addresses(_ attribute: String = "href") -> [String] {
    let pattern = try? Regex("\\s\(attribute)=\"([^\"]*)\"", as: (Substring, Substring).self)
    return (pattern.map { text.matches(of: $0) } ?? []).map { String($0.1) }
      .filter { $0 != "#content" && $0 != "#title" }
  }

  /// What the files hold that an attribute leads to, in the page itself or beside it.
  func contents(_ attribute: String) -> [String] {
    addresses(attribute).map(content)
  }

  func content(_ address: String) -> String {
    if let data = address.firstMatch(of: /^data:[^,]*;base64,([^#]*)/) {
      return Data(base64Encoded: String(data.1)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
    }
    let path = String(address.prefix { $0 != "#" && $0 != "?" }).removingPercentEncoding ?? address
    let beside = folder.url.appending(path: "Output/" + page).deletingLastPathComponent()
    return (try? String(contentsOf: beside.appending(path: path), encoding: .utf8)) ?? "nothing"
  }
}
