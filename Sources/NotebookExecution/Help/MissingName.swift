/// What the compiler says that it cannot find.
enum MissingName: Hashable {
  /// A function, a variable or a type.
  case name(String)
  /// A member of a type, which may be the type's own.
  case member(String, of: String, isStatic: Bool)
  case attribute(String)
  case macro(String)

  /// - Parameter message: one of the compiler's messages; `nil` for one about something else.
  init?(_ message: String) {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    guard let first = quoted.first, !first.isEmpty else { return nil }
    if message.hasPrefix("cannot find '") || message.hasPrefix("cannot find type '") {
      self = .name(first)
    } else if message.hasPrefix("unknown attribute '") {
      self = .attribute(first)
    } else if message.hasPrefix("no macro named '") {
      self = .macro(first)
    } else if quoted.count > 1, message.contains("' has no member '"),
      let isStatic = ["type '": true, "value of type '": false].first(where: {
        message.hasPrefix($0.key)
      })?.value
    {
      self = .member(quoted[1], of: first, isStatic: isStatic)
    } else {
      return nil
    }
    guard names.allSatisfy(Self.isPlain) else { return nil }
  }

  /// What an author wrote.
  var written: String {
    switch self {
    case .name(let name), .attribute(let name), .macro(let name), .member(let name, _, _): name
    }
  }

  /// Swift that the compiler takes where it finds the name, or refuses for another reason.
  ///
  /// - Parameter number: tells it from others in one file.
  func probe(_ number: Int) -> String {
    switch self {
    case .name(let name): "private func p\(number)() { _ = \(name) }"
    case .member(let name, let type, true): "private func p\(number)() { _ = \(type).\(name) }"
    case .member(let name, let type, false):
      "private func p\(number)(_ value: \(type)) { _ = value.\(name) }"
    case .attribute(let name): "@\(name) private final class P\(number) {}"
    case .macro(let name): "private func p\(number)() { _ = #\(name)() }"
    }
  }

  /// Whether a message about a probe says that the name is not there.
  func isMissing(in message: String) -> Bool {
    if message.contains("due to missing import") { return true }
    guard let other = MissingName(message) else { return false }
    if other.written == written { return true }
    // The type whose member it is.
    if case .member = self, case .name = other { return true }
    return false
  }

  private var names: [String] {
    switch self {
    case .name(let name), .attribute(let name), .macro(let name): [name]
    case .member(let name, let type, _): [name, type]
    }
  }

  /// Whether a word of a message can stand in code: a name, or a type such as `[Int: String]`.
  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count < 200
      && word.allSatisfy { $0.isLetter || $0.isNumber || "_.<>[]:?, ".contains($0) }
  }
}
