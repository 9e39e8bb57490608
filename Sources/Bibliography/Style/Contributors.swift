/// Lists of names in words.
enum Contributors {
  /// How many names a list of references shows before it leaves some out.
  private static let limit = 20

  /// `Bridle, J. S., & Gao, B.`
  static func inverted(_ list: NameList) -> String {
    let names = list.names.prefix(limit + 1).map(\.inverted)
    if list.names.count > limit, let last = list.names.last, !list.hasMore {
      return names.prefix(limit - 1).joined(separator: ", ") + ", … " + last.inverted
    }
    if list.hasMore { return names.prefix(limit).joined(separator: ", ") + ", et al." }
    // A comma parts two names only where a name holds one itself.
    return joined(names, hasComma: names.count > 2 || names.first?.contains(",") == true)
  }

  /// `D. S. Touretzky & B. Gao`
  static func natural(_ list: NameList) -> String {
    let names = list.names.map(\.natural)
    if list.hasMore || names.count > limit { return (names.first ?? "") + " et al." }
    return joined(names, hasComma: names.count > 2)
  }

  /// `Bridle`, `Gao and Pavel`, `Goodfellow et al.`
  static func label(_ list: NameList) -> String {
    let first = list.names.first?.label ?? ""
    if list.hasMore || list.names.count > 2 { return first + " et al." }
    return list.names.map(\.label).joined(separator: " and ")
  }

  /// `(Ed.)` or `(Eds.)`
  static func editorMark(_ list: NameList) -> String {
    list.names.count > 1 || list.hasMore ? "(Eds.)" : "(Ed.)"
  }

  private static func joined(_ names: [String], hasComma: Bool) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + (hasComma ? ", & " : " & ") + last
  }
}
