import NotebookHTML
import NotebookProject

/// A page as the browsers show it that have it open, or are to show it.
struct ShownPage: Sendable {
  /// Counts the contents that it had.
  private(set) var version = 0
  /// The last page that was made without errors; `nil` as long as there is none.
  private(set) var html: [UInt8]?
  /// What that page may do, which the server says by header; `nil` where its template says it.
  private(set) var policy: PagePolicy?
  private var parts: PageParts?
  private var isSetByBrowser = false
  private(set) var state = PageState()
  private var faults: [PageFault] = []
  private var folderFaults: [PageFault]
  /// The notebook's text of that page.
  private var source: [UInt8]?

  private let marks: String

  /// - Parameter folderFaults: what is wrong with the folder.
  init(marks: String, folderFaults: [PageFault] = []) {
    self.marks = marks
    self.folderFaults = folderFaults
  }

  /// Takes a page that was made.
  /// - Returns: what the browsers are to be told.
  mutating func take(_ page: LivePage) -> [BrowserMessage] {
    var messages: [BrowserMessage] = []
    if page.outcome.status == .success, let html = page.html {
      messages += take(html, source: page.source, isSetByBrowser: page.isSetByBrowser)
    }
    messages += take(faults: page.faults)
    let isStale = page.outcome.status == .success ? !page.isFinished : html != nil && state.isStale
    let activity = page.isFinished ? nil : state.activity
    return messages + take(state: PageState(activity: activity, isStale: isStale))
  }

  /// Takes what is wrong, where no page was made.
  mutating func take(faults new: [PageFault]) -> [BrowserMessage] {
    guard new != faults else { return [] }
    faults = new
    return [.faults(folderFaults + faults)]
  }

  /// Takes what is wrong with the folder.
  mutating func take(folderFaults new: [PageFault]) -> [BrowserMessage] {
    guard new != folderFaults else { return [] }
    folderFaults = new
    return [.faults(folderFaults + faults)]
  }

  mutating func take(state new: PageState) -> [BrowserMessage] {
    guard new != state else { return [] }
    state = new
    return [.state(new)]
  }

  /// What a browser is to be told that shows some version of the page, or one of another time.
  func catchingUp(from version: Int?) -> [BrowserMessage] {
    var messages: [BrowserMessage] = [.state(state), .faults(folderFaults + faults)]
    guard version != self.version else { return messages }
    if let parts, version != nil, !isSetByBrowser {
      let patch = PagePatch(from: nil, to: parts)
      messages.insert(.patch(patch, version: self.version, from: nil, edited: nil), at: 0)
    } else if html != nil {
      messages.insert(.reload, at: 0)
    }
    return messages
  }

  /// Takes a page's bytes.
  ///
  /// - Parameters:
  ///   - newSource: the text of its notebook; `nil` where none is behind it.
  ///   - isNewSetByBrowser: whether a browser changes it.
  mutating func take(
    _ new: [UInt8],
    source newSource: [UInt8]? = nil,
    isSetByBrowser isNewSetByBrowser: Bool = false
  ) -> [BrowserMessage] {
    let edited = Self.firstDifference(source, newSource)
    source = newSource
    var new = new
    let newPolicy = PagePolicy.take(from: &new)
    guard new != html || newPolicy != policy else { return [] }
    let old = (
      parts: parts, hasPage: html != nil, isSetByBrowser: isSetByBrowser, policy: policy
    )
    html = new
    policy = newPolicy
    parts = PageParts(new, marks: marks)
    isSetByBrowser = isNewSetByBrowser
    version += 1
    // A browser holds to the policy with which it has loaded a page.
    guard old.hasPage, old.policy == policy, let before = old.parts, let parts, !isSetByBrowser,
      !old.isSetByBrowser
    else { return [.reload] }
    let patch = PagePatch(from: before, to: parts)
    return [.patch(patch, version: version, from: version - 1, edited: edited)]
  }

  /// The first line in which a text differs from an earlier one.
  static func firstDifference(_ old: [UInt8]?, _ new: [UInt8]?) -> Int? {
    guard let old, let new, old != new else { return nil }
    let same = zip(old, new).prefix { $0 == $1 }.count
    return 1 + new[..<min(same, new.count)].count { $0 == UInt8(ascii: "\n") }
  }
}
