/// What is outside of a whole program, by which the uses of its parts are judged.
struct ProgramOutside: Sendable {
  /// The names that mean something in the program.
  private let declared: Set<String>
  /// The names that only mean something within types and functions.
  private let bound: Set<String>
  private let imports: Set<String>
  private let hasForeignNames: Bool

  /// What some code has to do with the process around it.
  struct Touch: OptionSet {
    let rawValue: Int
    /// It may tell something of it.
    static let reads = Touch(rawValue: 1)
    /// It may change something in it.
    static let changes = Touch(rawValue: 2)
    /// It may read what lies in its folder, or tell which that is.
    static let isPlaced = Touch(rawValue: 4)
    static let all: Touch = [.reads, .changes, .isPlaced]
  }

  /// - Parameters:
  ///   - uses: what all its code uses.
  ///   - declared: the names that it declares at its own level.
  init(_ uses: [OutsideUse], declaring declared: Set<String>) {
    self.declared = declared
    bound = uses.reduce(into: []) { $0.formUnion($1.bound) }
    imports = uses.reduce(into: []) { $0.formUnion($1.imports) }
    hasForeignNames = uses.contains { $0.hasForeignNames }
  }

  /// What some code of the program has to do with the process, itself and without what it calls.
  func touch(_ use: OutsideUse) -> Touch {
    if use.hasForeignNames { return .all }
    var touch: Touch = []
    // Members come with a library that imports Foundation, whatever a program imports.
    if !use.labels.isDisjoint(with: ProcessWords.placedLabels) {
      touch.formUnion([.reads, .isPlaced])
    }
    if !use.labels.isDisjoint(with: ProcessWords.readingLabels)
      || !use.members.isDisjoint(with: ProcessWords.readingMembers)
    {
      touch.insert(.reads)
    }
    if !use.members.isDisjoint(with: ProcessWords.changingMembers) { touch.formUnion(.all) }
    for name in use.names where touch != .all && isOutside(name, use) {
      touch.formUnion(Self.touch(ofName: name))
    }
    return hasUnknownMembers(use) ? .all : touch
  }

  private static func touch(ofName name: String) -> Touch {
    if ProcessWords.placed.contains(name) { return [.reads, .isPlaced] }
    if ProcessWords.reading.contains(name) { return .reads }
    return HarmlessNames.contain(name) ? [] : .all
  }

  /// Whether a name is none of the program's own, and may be one of C or of the system.
  private func isOutside(_ name: String, _ use: OutsideUse) -> Bool {
    if declared.contains(name) || use.bound.contains(name) { return false }
    // A member of a type may be named without the type elsewhere.
    if bound.contains(name), !ProcessWords.isChanging(name) { return false }
    return ["bytes", "contents"].contains(name) || hasForeignNames
      || !imports.isSubset(of: ProcessWords.harmlessModules)
  }

  /// Whether it imports a module of which nothing is known, such as a package's.
  var importsUnknown: Bool {
    !imports.isSubset(of: ProcessWords.harmlessModules.union(ProcessWords.knownModules))
  }

  /// Whether members may come from a module of which nothing is known, such as a package's.
  private func hasUnknownMembers(_ use: OutsideUse) -> Bool {
    guard importsUnknown else { return false }
    return !use.members.allSatisfy {
      bound.contains($0) || declared.contains($0) || ProcessWords.plainMembers.contains($0)
    }
  }
}

extension Sequence<ParsedPiece> {
  /// Whether a program of these pieces may read what lies in its folder, or tell which that is, so that
  /// an equal program in another folder is another one.
  ///
  /// What it opens by `contents(of:)` is known by its content.
  var belongToFolder: Bool {
    let declared = Set(flatMap { $0.items.flatMap { $0.declared.map(\.name) } })
    let outside = ProgramOutside(map(\.outside), declaring: declared)
    if outside.importsUnknown { return true }
    return contains { outside.touch($0.outside).contains(.isPlaced) }
  }
}
