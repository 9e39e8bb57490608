/// Which pieces of a program cannot stand without others.
///
/// It rather takes one piece too many for dependent than one too few: what is then run gives what it
/// gives in the whole program.
struct PieceDependence {
  private let names: [PieceNames]
  /// For each function and type: what it leads to, itself or through others.
  private var reached: [String: (mentioned: Set<String>, changed: Set<String>)] = [:]
  private var variables: Set<String> = []
  /// The variables that hold an object of the notebook's own classes, which any code that is given it
  /// may change.
  private var objects: Set<String> = []
  /// The variables that may hold an object of a library's, which a call of its methods may change.
  private var foreign: Set<String> = []

  init(_ pieces: [ParsedPiece]) {
    names = pieces.map(PieceNames.init)
    var bodies: [String: (mentioned: Set<String>, changed: Set<String>)] = [:]
    for piece in names {
      bodies.merge(piece.bodies) {
        ($0.mentioned.union($1.mentioned), $0.changed.union($1.changed))
      }
    }
    for name in bodies.keys {
      var seen: Set<String> = []
      var open = [name]
      var found: (mentioned: Set<String>, changed: Set<String>) = ([], [])
      while let next = open.popLast() {
        guard seen.insert(next).inserted, let body = bodies[next] else { continue }
        found.mentioned.formUnion(body.mentioned)
        found.changed.formUnion(body.changed)
        open += body.mentioned
      }
      reached[name] = found
    }
    let classes = names.reduce(into: Set<String>()) { $0.formUnion($1.classes) }
    for piece in names {
      for (name, mentioned) in piece.constants {
        let all = through(mentioned).mentioned.union(mentioned)
        if !all.isDisjoint(with: classes) { objects.insert(name) }
        if all.contains(where: { bodies[$0] == nil && Self.mayBeClass($0) }) {
          foreign.insert(name)
        }
        if piece.variables.contains(name) { variables.insert(name) }
      }
    }
  }

  /// What some names lead to, through functions and types.
  private func through(
    _ names: Set<String>
  ) -> (mentioned: Set<String>, changed: Set<String>) {
    names.reduce(into: (mentioned: Set(), changed: Set())) { all, name in
      guard let body = reached[name] else { return }
      all.mentioned.formUnion(body.mentioned)
      all.changed.formUnion(body.changed)
    }
  }

  /// What may be a class of a library: nobody can tell here, save for those that everybody knows.
  private static func mayBeClass(_ name: String) -> Bool {
    guard let first = name.first, first.isUppercase else { return false }
    return !values.contains(name)
  }

  /// The pieces that depend on some that are left out, each with the reason.
  ///
  /// - Parameters:
  ///   - dropped: the numbers of the pieces that are left out.
  ///   - passed: those of them that are passed over already.
  func dependents(of dropped: Set<Int>, passed: Set<Int>) -> [PassedOver] {
    var dropped = dropped
    var passed = passed
    var found: [PassedOver] = []
    var lost = Lost()
    for number in dropped.sorted() { lose(number, &lost) }
    var grew = true
    while grew {
      grew = false
      for number in names.indices where !dropped.contains(number) {
        guard let (culprit, need) = need(of: number, lost, dropped) else { continue }
        found.append(
          PassedOver(
            piece: number,
            culprit: culprit,
            need: need,
            isIndirect: passed.contains(culprit)
          )
        )
        dropped.insert(number)
        passed.insert(number)
        lose(number, &lost)
        grew = true
      }
    }
    return found
  }

  /// What is not there, or not as it would be, each with the pieces that are to blame.
  private struct Lost {
    var declared: [String: [Int]] = [:]
    var added: [String: Int] = [:]
    var changed: [String: [Int]] = [:]
    var state: Int?
  }

  private func lose(_ number: Int, _ lost: inout Lost) {
    let piece = names[number]
    for name in piece.declared.keys { lost.declared[name, default: []].append(number) }
    for name in piece.added where lost.added[name] == nil { lost.added[name] = number }
    let behind = through(piece.mentionedRunning)
    for name in piece.changed.union(behind.changed)
    where variables.contains(name) || foreign.contains(name) {
      lost.changed[name, default: []].append(number)
    }
    for name in piece.mentionedRunning where objects.contains(name) {
      lost.changed[name, default: []].append(number)
    }
    if lost.state == nil, !piece.words.isDisjoint(with: Self.stateWords) { lost.state = number }
  }

  private func need(
    of number: Int,
    _ lost: Lost,
    _ dropped: Set<Int>
  ) -> (Int, PassedOver.Need)? {
    let piece = names[number]
    for (name, item) in piece.mentioned.sorted(by: { $0.key < $1.key }) {
      guard let culprits = lost.declared[name] else { continue }
      // What it declares itself before it uses it is its own.
      if let own = piece.declared[name], own < item { continue }
      guard let culprit = culprits.last(where: { $0 < number }) ?? culprits.first else { continue }
      if isDeclared(name, between: culprit, and: number, dropped) { continue }
      return (culprit, .name(name))
    }
    for name in piece.words.sorted() {
      if let culprit = lost.added[name] { return (culprit, .name(name)) }
    }
    let used = piece.mentionedRunning.union(through(piece.mentionedRunning).mentioned)
    for name in used.sorted() {
      guard let culprit = lost.changed[name]?.last(where: { $0 < number }) else { continue }
      if isDeclared(name, between: culprit, and: number, dropped) { continue }
      return (culprit, .variable(name))
    }
    if let culprit = lost.state, culprit < number,
      !piece.words.isDisjoint(with: Self.stateWords.union(Self.stateReaders))
    {
      return (culprit, .state)
    }
    return nil
  }

  /// Whether a piece that is there declares a name anew, so that it is not the culprit's.
  private func isDeclared(
    _ name: String,
    between culprit: Int,
    and number: Int,
    _ dropped: Set<Int>
  ) -> Bool {
    let between = culprit < number ? culprit + 1..<number : 0..<number
    return between.contains { !dropped.contains($0) && names[$0].declared[name] != nil }
  }

  /// What changes the state of the process or of the disk.
  private static let stateWords: Set = [
    "srand48", "srand", "srandom", "setenv", "unsetenv", "putenv", "chdir", "setlocale", "umask",
    "changeCurrentDirectoryPath", "createFile", "createDirectory", "removeItem", "moveItem",
    "copyItem", "write", "fopen", "UserDefaults", "signal",
  ]
  /// What reads it.
  private static let stateReaders: Set = [
    "drand48", "rand", "random", "lrand48", "mrand48", "getenv", "contents", "bytes",
    "contentsOfFile", "contentsOf", "fileExists", "environment", "getcwd", "currentDirectoryPath",
    "contentsOfDirectory",
  ]
  /// The types of values that come without a package.
  private static let values: Set = [
    "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    "Double",
    "Float", "Float16", "String", "Substring", "Character", "Bool", "Array", "Set", "Dictionary",
    "Range", "ClosedRange", "Optional", "Result", "Void", "Any", "Self", "Duration", "Date", "Data",
    "URL", "UUID", "Decimal", "Calendar", "Locale", "TimeZone", "DateComponents", "IndexSet",
    "IndexPath", "CharacterSet", "Measurement", "Vector", "Matrix", "Chart", "ChartGrid", "Line",
    "Scatter", "Bar", "Area", "Rule", "Text", "HeatMap", "LayerDiagram", "Axis", "DisplayBundle",
    "FormattedNumber", "Regex", "SIMD2", "SIMD3", "SIMD4", "StaticString", "Unicode",
    "ContiguousArray",
    "ArraySlice", "CGFloat", "CGPoint", "CGSize", "CGRect", "Never", "Error", "Codable", "Hashable",
    "Equatable", "Comparable", "Sendable", "Identifiable", "CustomStringConvertible", "Displayable",
    "CaseIterable", "Sequence", "Collection", "Numeric", "Histogram",
  ]
}
