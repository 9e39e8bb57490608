import Documents

extension Diagnostic.Kind {
  static let inlineValue = Self("inline-value")
  static let nameOutOfReach = Self("name-out-of-reach")
  static let notStored = Self("not-stored")
  static let passedOver = Self("passed-over")
  static let readBeforeDeclaration = Self("read-before-declaration")
  static let reservedName = Self("reserved-name")
  static let secondMain = Self("second-main")
  static let tooManyRedeclarations = Self("too-many-redeclarations")
}
