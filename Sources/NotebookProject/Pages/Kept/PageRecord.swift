import Documents
import Foundation
import NotebookHTML
import NotebookSyntax
import ResultStore

/// What a page was made from, besides its notebook and the tools, and what came of it.
struct PageRecord: Sendable {
  /// A file that was read.
  struct File: Codable, Hashable, Sendable {
    var path: String
    /// Its content; `nil` where it was not there.
    var content: Fingerprint?
  }

  /// A file that was made with the page.
  struct Attachment: Codable, Hashable, Sendable {
    /// Its path, from the folder of the page on.
    var name: String
    var content: Fingerprint

    init(_ attachment: FormPage.Attachment) {
      name = attachment.name
      content = Fingerprint(of: attachment.bytes)
    }
  }

  /// The page's bytes.
  var page: Fingerprint
  var assets: Set<Page.Asset>
  /// The files that were made with it.
  var attachments: [Attachment] = []
  /// The files that were put beside it.
  var placed: [PlacedFile]
  var warnings: [Diagnostic]

  var origins: Origins

  /// What was read, asked for and looked up while the page was made.
  struct Origins: Sendable {
    var files: [File] = []
    /// The environment variables that the notebook may read.
    var environment: [String: String?] = [:]
    var others = OtherPages.Answers()
    /// What the page shows and links to, and where each of it was.
    var links: [PageLinks.Link] = []

    /// Whether all of it is as it was.
    func isValid(_ others: OtherPages, _ lookup: AddressLookup) -> Bool {
      files.allSatisfy { lookup.files.fingerprint(of: $0.path) == $0.content }
        && environment.allSatisfy { ProcessInfo.processInfo.environment[$0.key] == $0.value }
        && others.give(self.others)
        && links.allSatisfy { lookup.destination(of: $0.address)?.kept == $0.destination.kept }
    }
  }
}

extension PageRecord {
  /// The environment variables that a notebook may read, as they are now.
  static func environment(of notebook: Notebook) -> [String: String?] {
    environment(notebook.environmentNames)
  }

  /// Some environment variables, as they are now.
  static func environment(_ names: [String]) -> [String: String?] {
    let values = names.map { ProcessInfo.processInfo.environment[$0] }
    return Dictionary(zip(names, values)) { first, _ in first }
  }
}
