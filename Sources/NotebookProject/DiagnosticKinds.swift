import Documents

extension Diagnostic.Kind {
  static let ambiguousLabel = Self("ambiguous-label")
  static let cannotRead = Self("cannot-read")
  static let cannotWrite = Self("cannot-write")
  static let deadAnchor = Self("dead-anchor")
  static let deadLink = Self("dead-link")
  static let documentChanged = Self("document-changed")
  static let draft = Self("draft")
  static let imageCopied = Self("image-copied")
  static let missingBibliography = Self("missing-bibliography")
  static let missingImage = Self("missing-image")
  static let noDepfile = Self("no-depfile")
  static let noGit = Self("no-git")
  static let notUTF8Name = Self("not-utf8-name")
  static let nothingChecked = Self("nothing-checked")
  static let outsideFile = Self("outside-file")
  static let unknownTitle = Self("unknown-title")
  static let unmadePage = Self("unmade-page")
  static let unsafeAddress = Self("unsafe-address")
}
