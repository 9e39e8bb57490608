import Subprocess

extension Environment {
  /// Some variables and no others.
  static func only(_ variables: [String: String]) -> Environment {
    var own: [Key: String] = [:]
    for (name, value) in variables { own[Key(stringLiteral: name)] = value }
    return .custom(own)
  }
}
