/// What a module is called.
enum ModuleName {
  /// The name of the module that a target makes: `Upper-Part` is imported as `Upper_Part`.
  static func of(target: String) -> String {
    String(target.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
  }
}
