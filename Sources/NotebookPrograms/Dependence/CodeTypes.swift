/// What some code says about types.
struct CodeTypes: Sendable {
  /// The types that it declares, also those inside of others.
  var declared: Set<String> = []
  /// The protocols and classes among them: a value of such a type may be of a type that is not named.
  var general: Set<String> = []
  /// What these types inherit and conform to, and what extensions extend.
  var parents: Set<String> = []
  /// The names that stand anywhere else, where a value may be of one of these types.
  var mentioned: Set<String> = []
  /// What it asks of values whose type it does not name: of generic parameters, and after `some` and
  /// `any`. Each is the set of names in one such demand.
  var constraints: Set<Set<String>> = []

  /// The types of raw values, which an enumeration names as if it inherited them.
  static let rawTypes: Set = ["Character", "Double", "Float", "Int", "String", "UInt8"]
}
