import Documents
import NotebookSyntax

/// Where each item of a program goes: at the file's level as in a script, or in a nested scope.
///
/// A scope opens (`do {`) at each piece that declares a name which an earlier piece declared, and
/// closes at the program's end, so that the later name shadows the earlier. Inside, types and
/// functions that do not depend on the nested names still go to the file's level, where they can be
/// extended and may use each other.
struct ScopePlan {
  /// A piece with the items that stay in its place.
  struct Placed {
    var piece: ParsedPiece
    var opensScope: Bool
    var items: [CodeItem]
    /// Whether it stands inside a nested scope.
    var isNested: Bool
  }

  /// An item that goes to the file's level, after everything else.
  struct Hoisted {
    var piece: ParsedPiece
    var item: CodeItem
  }

  private(set) var placed: [Placed] = []
  private(set) var hoisted: [Hoisted] = []
  private(set) var depth = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// The parser refuses 256 levels; the rest is for the cells' own.
  static let deepest = 200

  private var declared: [String: [DeclaredName]] = [:]
  private var nestedNames: Set<String> = []
  private let source: SourceText

  init(_ pieces: [ParsedPiece], in source: SourceText) {
    self.source = source
    for piece in pieces { place(piece) }
  }

  private mutating func place(_ piece: ParsedPiece) {
    // What a piece that is not run declares is behind `if`, for nobody else to see.
    if piece.isNotRun {
      let imports = piece.items.filter { $0.module != nil }
      hoisted += imports.map { Hoisted(piece: piece, item: $0) }
      placed.append(
        Placed(
          piece: piece,
          opensScope: false,
          items: piece.items.filter { $0.module == nil },
          isNested: true
        )
      )
      return
    }
    let opens = piece.items.contains { redeclares($0) }
    if opens { open(at: piece) }
    let isNested = depth > 0
    let kept = isNested ? self.kept(of: piece) : Set(piece.items.indices)
    if isNested {
      for index in piece.items.indices where !kept.contains(index) {
        hoisted.append(Hoisted(piece: piece, item: piece.items[index]))
        checkHoisted(piece.items[index], of: piece)
      }
    }
    for name in piece.items.flatMap(\.declared) { declared[name.name, default: []].append(name) }
    placed.append(
      Placed(
        piece: piece,
        opensScope: opens,
        items: piece.items.indices.filter(kept.contains).map { piece.items[$0] },
        isNested: isNested
      )
    )
  }

  private func redeclares(_ item: CodeItem) -> Bool {
    item.declared.contains { name in
      declared[name.name]?.contains { name.redeclares($0) } ?? false
    }
  }

  private mutating func open(at piece: ParsedPiece) {
    depth += 1
    guard depth == Self.deepest + 1 else { return }
    diagnostics.append(
      Diagnostic(
        .error,
        .tooManyRedeclarations,
        "more than \(Self.deepest) cells of one program declare a name again",
        help: "begin a new program with the word 'reset', or use new names",
        in: source,
        at: piece.piece.range
      )
    )
  }

  /// The items of a nested piece that stay in the nested scope. Their names join `nestedNames`.
  private mutating func kept(of piece: ParsedPiece) -> Set<Int> {
    var kept: Set<Int> = []
    var grew = true
    // Until nothing changes: what uses a nested name is itself nested.
    while grew {
      grew = false
      for (index, item) in piece.items.enumerated() where !kept.contains(index) {
        guard staysNested(item) else { continue }
        kept.insert(index)
        nestedNames.formUnion(item.declared.map(\.name))
        grew = true
      }
    }
    return kept
  }

  private func staysNested(_ item: CodeItem) -> Bool {
    switch item.role {
    case .fileLevel: false
    case .variables, .shown, .statement: true
    case .type, .function:
      redeclares(item) || item.mentioned.contains { nestedNames.contains($0.name) }
    }
  }

  /// An extension sees the file's level only; where it means a nested name it would silently get the
  /// older one.
  private mutating func checkHoisted(_ item: CodeItem, of piece: ParsedPiece) {
    guard item.role == .fileLevel,
      let mention = item.mentioned.first(where: { nestedNames.contains($0.name) })
    else { return }
    let start = piece.origin(of: mention.offset)
    diagnostics.append(
      Diagnostic(
        .error,
        .nameOutOfReach,
        "'\(mention.name)' is declared again in this program, and an extension cannot see the later one",
        help: "give the later '\(mention.name)' another name, or begin a new program with 'reset'",
        in: source,
        at: start..<(start + mention.name.utf8.count)
      )
    )
  }
}
