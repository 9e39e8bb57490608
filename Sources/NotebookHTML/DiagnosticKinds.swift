import Documents

extension Diagnostic.Kind {
  static let blockInMarkup = Self("block-in-markup")
  static let formulaInMarkup = Self("formula-in-markup")
  static let openMarkup = Self("open-markup")
  static let outputMarkup = Self("output-markup")
  static let sharedID = Self("shared-id")
  static let template = Self("template")
  static let unsafeMarkup = Self("unsafe-markup")
  static let wrongChart = Self("wrong-chart")
  static let wrongFormula = Self("wrong-formula")
  static let wrongMacro = Self("wrong-macro")
}
