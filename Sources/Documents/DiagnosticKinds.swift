extension Diagnostic.Kind {
  package static let notInStore = Self("not-in-store")
  static let notUTF8 = Self("not-utf8")
  static let nulByte = Self("nul-byte")
}
