/// Takes out of a letter's formula what is the same for all its indices and arguments, such as the sum beneath
/// softmax: as letters of their own such parts are evaluated once, and not for each index.
struct SharedParts {
  private let owner: Name
  /// The parts by the letters that stand for them now.
  private(set) var found: [(Name, Expression)] = []

  init(of owner: Name) { self.owner = owner }

  /// The same definition with letters in place of such parts.
  mutating func definition(_ definition: Definition) -> Definition {
    // What has neither index nor argument is evaluated once as it is.
    guard !definition.letters.isEmpty else { return definition }
    var shared = definition
    shared.body = expression(definition.body, bound: definition.letters)
    return shared
  }

  private mutating func expression(_ expression: Expression, bound: Set<Name>) -> Expression {
    guard expression.takesManyValues, !expression.mentionsAny(of: bound) else {
      let inner = bound.union(expression.boundNames)
      return expression.mapParts { self.expression($0, bound: inner) }
    }
    // No text can write such a name.
    var name = owner
    name.index += "\u{0}\(found.count)"
    found.append((name, expression))
    return Expression(.symbol(name), expression.place)
  }
}

extension Expression {
  /// Whether it is worth to be evaluated only once.
  fileprivate var takesManyValues: Bool {
    switch form {
    case .big, .run, .integral, .limit: true
    default: false
    }
  }

  fileprivate func mentionsAny(of names: Set<Name>) -> Bool {
    var mentions = false
    forEachName { if names.contains($0) { mentions = true } }
    return mentions
  }
}
