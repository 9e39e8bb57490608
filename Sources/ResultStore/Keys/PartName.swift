/// The name of a part of a key, with the words in which it is told that the part has changed.
///
/// Whoever adds a part declares its name. Some parts have names of their own besides, which stand behind
/// what all parts of their sort are called:
///
///     extension PartName {
///       static let toolchain = PartName("toolchain", .sentence("the toolchain changed"))
///       static let module = PartName("module", .named { "module \($0) \($1.predicate)" })
///     }
///     parts.add(.toolchain, "6.3.1")
///     parts.add(.module["Plotting"], key)
///
/// The names that a ``ResultKind`` lists are found again in what is kept of earlier keys.
public struct PartName: Sendable {
  /// What all parts of its sort are called in keys.
  let sort: String
  /// What tells it from others of its sort; `nil` where there is only one, or a list.
  public let own: String?
  /// How a change of it is told.
  public let wording: Wording
  /// The names, or sorts, whose change follows from its own and need not be told.
  let brought: [PartName]

  /// How the change of a part is told.
  public enum Wording: Sendable {
    /// In one sentence, whatever became of it.
    case sentence(String)
    /// By its own name and by what became of it.
    case named(@Sendable (_ own: String, _ change: PartChange.Kind) -> String)
    /// By what a part of a list is called whose number is known, from 1.
    case listed(@Sendable (_ number: Int) -> String)
    /// Together with all others of its list, by how many changed.
    case counted(@Sendable (_ count: Int) -> String)
  }

  /// - Parameters:
  ///   - sort: what all parts of its sort are called in keys.
  ///   - wording: how a change of it is told.
  ///   - brought: the names, or sorts, whose change follows from its own and need not be told.
  public init(_ sort: String, _ wording: Wording, bringing brought: [PartName] = []) {
    self.init(sort: sort, own: nil, wording, brought)
  }

  private init(sort: String, own: String?, _ wording: Wording, _ brought: [PartName]) {
    self.sort = sort
    self.own = own
    self.wording = wording
    self.brought = brought
  }

  /// The name of one part of this sort.
  public subscript(own: String) -> PartName {
    PartName(sort: sort, own: own, wording, brought)
  }

  /// A name that nobody has declared, as another version of the program may have added it.
  init(undeclared text: String) {
    self.init(sort: "", own: text, .named { "'\($0)' \($1.predicate)" }, [])
  }

  /// What it is called in keys.
  var text: String {
    guard let own else { return sort }
    return sort.isEmpty ? own : sort + " " + own
  }

  /// Whether its sort is that of another, whatever their own names are.
  public func isOne(of other: PartName) -> Bool { sort.utf8.elementsEqual(other.sort.utf8) }

  /// Whether its change follows from that of another part.
  public func follows(from other: PartName) -> Bool {
    other.brought.contains { isOne(of: $0) } && (other.own == nil || other.own == own)
  }

  /// This name as it stands in a key; `nil` where the text is no name of this sort.
  func read(_ text: String) -> PartName? {
    guard case .named = wording else { return text.utf8.elementsEqual(sort.utf8) ? self : nil }
    let start = sort + " "
    guard text.utf8.starts(with: start.utf8) else { return nil }
    return self[String(decoding: text.utf8.dropFirst(start.utf8.count), as: UTF8.self)]
  }
}

extension PartName: Hashable {
  /// By the bytes, as texts are equal to some of other bytes.
  public static func == (one: PartName, other: PartName) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Hashes what it is called in keys.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension PartName {
  private static let program = Wording.sentence("the program 'render' changed")

  /// The sort of the result itself.
  package static let kind = PartName("kind", program)
  /// The version of what makes and reads results of the sort.
  package static let version = PartName("version", program)
}
