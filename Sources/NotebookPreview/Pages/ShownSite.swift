/// The pages that no notebook is behind, as browsers show them: those of courses, and the list of all pages.
///
/// They are made when a browser asks for them, and again after a change when one shows them.
struct ShownSite: Sendable {
  private struct Entry {
    var shown: ShownPage
    /// The state of the notebooks of which it was made.
    var state: Int
  }

  /// Counts the changes of what the pages are made from.
  private(set) var state = 0
  private var entries: [String: Entry] = [:]
  private let marks: String

  init(marks: String) { self.marks = marks }

  /// The pages that were asked for.
  var pages: [String] { entries.keys.sorted() }

  subscript(page: String) -> ShownPage? { entries[page]?.shown }

  /// Whether a page is as it would be made now.
  func isCurrent(_ page: String) -> Bool { entries[page]?.state == state }

  /// Takes note that something changed of which the pages are made.
  mutating func heed() { state += 1 }

  /// Takes a page that was made.
  ///
  /// - Parameters:
  ///   - html: its bytes; `nil` where there is no such page any more.
  ///   - made: the state of the notebooks when it began to be made.
  ///   - folderFaults: what is wrong with the folder.
  /// - Returns: what the browsers are to be told that show it.
  mutating func take(
    _ html: [UInt8]?,
    for page: String,
    of made: Int,
    _ folderFaults: [PageFault]
  ) -> [BrowserMessage] {
    // What was begun later may be there sooner.
    if let known = entries[page], known.state > made { return [] }
    guard let html else { return entries.removeValue(forKey: page) == nil ? [] : [.reload] }
    var shown = entries[page]?.shown ?? ShownPage(marks: marks, folderFaults: folderFaults)
    let messages = shown.take(html) + shown.take(folderFaults: folderFaults)
    entries[page] = Entry(shown: shown, state: made)
    return messages
  }
}
