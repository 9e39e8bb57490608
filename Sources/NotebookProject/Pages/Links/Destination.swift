import ResultStore

/// Where an address leads.
struct Destination: Hashable, Sendable {
  enum Kind: String, Sendable {
    /// To a place of the same page.
    case here
    /// To a page that is made with this one, or is there.
    case page
    /// To a notebook of which no page is made.
    case unmadePage
    /// To a file that belongs beside the page.
    case file
    /// To something that is there, but is no file.
    case folder
    /// To a file that somebody else has put among the pages.
    case placed
    /// To something outside the folder that pages are made of.
    case outside
    /// To something that is there and cannot be read.
    case unreadable
    /// To something that another project's inventory has a name for.
    case object
    /// To one of several such things of one name.
    case ambiguousObject
    /// To something that it has no name for.
    case unknownObject
    /// To a project that nobody has named.
    case unknownProject
    /// Nowhere.
    case missing
  }

  var kind: Kind
  /// The file or folder that was found, or looked for, as its path is given.
  var path: String
  /// The page, below the output folder, or its address where it is another project's.
  var page: String?
  /// What the file holds.
  var content: Fingerprint?
  var size: Int?
  /// The name that the place of the other page really has; empty where there is no such place.
  var anchor: String?

  /// Whether there is what the address leads to, for the page's reader.
  var isThere: Bool { [.page, .file, .placed].contains(kind) }

  /// What a kept page depends on: its own places are part of itself.
  var kept: Destination {
    var kept = self
    if kind == .here { kept.anchor = nil }
    return kept
  }
}
