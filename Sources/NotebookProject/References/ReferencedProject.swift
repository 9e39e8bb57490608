import Documents

/// Another project's documentation, as `references:` in the project file names it.
struct ReferencedProject: Sendable {
  /// By what name links call it.
  var name: String
  /// Its inventory: a file from the project file's folder on, as its author wrote it.
  var file: String
  /// Where the file's name stands.
  var range: SourceRange
  /// Where its pages are on the web, without a slash at the end.
  var url: String
}

/// An address such as `xref:numpy#numpy.exp`: something that another project's inventory has a name for.
struct ObjectReference: Hashable, Sendable {
  static let scheme = "xref:"

  /// The project, by the name that the project file gives it.
  let project: String
  /// The object; `nil` for the project itself.
  let object: String?

  /// - Returns: `nil` for any other address.
  init?(_ address: String) {
    guard address.hasPrefix(Self.scheme) else { return nil }
    let parts = address.dropFirst(Self.scheme.count)
      .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    project = LocalAddress.decoded(String(parts.first ?? ""))
    let object = parts.count > 1 ? LocalAddress.decoded(String(parts[1])) : ""
    self.object = object.isEmpty ? nil : object
  }
}
