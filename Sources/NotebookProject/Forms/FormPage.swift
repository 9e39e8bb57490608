import Documents
import NotebookHTML
import Typesetting

/// A notebook in one of its forms, before it is written.
struct FormPage: Sendable {
  /// A file that was made with the page and belongs beside it, such as a chart.
  struct Attachment: Sendable {
    /// Its path, from the folder of the page on.
    var name: String
    var bytes: [UInt8]
  }

  /// What stands on paper beside the page itself.
  struct Paper: Sendable {
    var title: String
    var authors: [String]
    var date: String?
  }

  /// The page's file.
  var bytes: [UInt8]
  /// What was made with it.
  var attachments: [Attachment] = []
  /// What is known of a page that is to be printed.
  var paper: Paper?
  /// What it loads in a browser.
  var assets: Set<Page.Asset> = []
  /// The addresses that it does not hold, as their author wrote them.
  var lostAddresses: [String] = []
  /// What was found wrong on making it, and what it leaves out.
  var diagnostics: [Diagnostic] = []
  /// Why formulas or charts could not be set; the page is not finished then.
  var typesettingFaults: [TypesettingFault] = []
}

extension FormPage {
  /// A page for a browser.
  init(_ page: Page) {
    self.init(
      bytes: page.html,
      assets: page.assets,
      lostAddresses: page.lostAddresses,
      diagnostics: page.diagnostics,
      typesettingFaults: page.typesettingFaults
    )
  }
}
