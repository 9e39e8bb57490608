import Documents
import NotebookSyntax

extension ProgramPlan {
  /// The plan, or where some of its cells are marked `@main`, one for each of these and one for the rest:
  /// what one `main` does to the process, such as ending it, touches no other.
  ///
  /// Each of them begins with the cells that it needs, and the cells that need it come after it.
  var partingEntries: [ProgramPlan] {
    let own = pieces.dropFirst(contextCount)
    guard own.count > 1, own.contains(where: \.isEntry) else { return [self] }
    let context = Array(pieces.prefix(contextCount))
    let owners = EntryOwners(Array(own), trials: trials.map(\.parsed))
    var rest = ProgramPlan(pieces: context, contextCount: contextCount)
    rest.ignored = ignored
    rest.add(owners.members(of: nil), trials)
    return [rest]
      + owners.entries.map { entry in
        var plan = ProgramPlan(pieces: context, contextCount: contextCount)
        plan.add(owners.members(of: entry), trials)
        return plan
      }
  }

  /// Takes over pieces, and trials each after those that stand before it.
  private mutating func add(_ members: EntryOwners.Members, _ all: [Trial]) {
    pieces += members.pieces
    for number in members.trials {
      var trial = all[number]
      trial.number = trials.count + 1
      trial.prefix =
        contextCount + members.pieces.partitioningIndex { $0.id >= trial.cell.id }
      trials.append(trial)
    }
  }
}

extension ParsedPiece {
  /// Whether it is run and marked `@main`.
  fileprivate var isEntry: Bool { !isNotRun && !entryPoints.isEmpty }
}

/// Which of the pieces of a program belong to which of its entry points.
private struct EntryOwners {
  /// The numbers of the pieces that are marked.
  let entries: [Int]
  private let pieces: [ParsedPiece]
  private let names: [PieceNames]
  /// For each piece the entry that it cannot do without; `nil` for those of the rest.
  private let owners: [Int?]
  private let trialOwners: [Int?]
  /// The pieces of the rest by what they declare, add to types, or change.
  private let givers: [String: [Int]]

  /// What makes a program.
  struct Members {
    var pieces: [ParsedPiece]
    /// The numbers of the trials after them.
    var trials: [Int]
  }

  init(_ pieces: [ParsedPiece], trials: [ParsedPiece]) {
    self.pieces = pieces
    let names = pieces.map(PieceNames.init)
    self.names = names
    let entries = pieces.indices.filter { pieces[$0].isEntry }
    self.entries = entries
    var owners = OwnersOfNames(entries, names)
    var trialOwners: [Int?] = []
    var all: [Int?] = []
    for (number, piece) in pieces.enumerated() {
      while trialOwners.count < trials.count, trials[trialOwners.count].id < piece.id {
        trialOwners.append(owners.owner(of: PieceNames(trials[trialOwners.count])))
      }
      let owner = piece.isEntry ? number : owners.owner(of: names[number])
      owners.note(names[number], of: owner)
      all.append(owner)
    }
    self.owners = all
    self.trialOwners =
      trialOwners
      + trials.dropFirst(trialOwners.count).map { owners.owner(of: PieceNames($0)) }
    var givers: [String: [Int]] = [:]
    for number in pieces.indices where all[number] == nil {
      for name in names[number].given { givers[name, default: []].append(number) }
    }
    self.givers = givers
  }

  /// What makes the program of an entry, or of the rest.
  func members(of entry: Int?) -> Members {
    let own = pieces.indices.filter { owners[$0] == entry }
    let trials = trialOwners.indices.filter { trialOwners[$0] == entry }
    guard entry != nil else { return Members(pieces: own.map { pieces[$0] }, trials: trials) }
    let needed = needs(of: own)
    let imports = pieces.indices.filter { owners[$0] == nil && !needed.contains($0) }
      .compactMap { pieces[$0].importsAlone }
    let all = (own + needed).map { pieces[$0] } + imports
    return Members(pieces: all.sorted { $0.id < $1.id }, trials: trials)
  }

  /// The pieces of the rest that some pieces need, themselves or through others.
  private func needs(of own: [Int]) -> Set<Int> {
    var needed: Set<Int> = []
    var asked: Set<String> = []
    var open = own
    let last = own.max() ?? 0
    while let next = open.popLast() {
      for name in names[next].words where asked.insert(name).inserted {
        for giver in givers[name] ?? [] where giver < last && needed.insert(giver).inserted {
          open.append(giver)
        }
      }
    }
    return needed
  }
}

/// Which entry a name leads to, while one goes through the pieces of a program.
private struct OwnersOfNames {
  private var owners: [String: Int?] = [:]
  /// The names that entries declare, which code before them may use as well.
  private var later: [String: Int] = [:]

  init(_ entries: [Int], _ names: [PieceNames]) {
    for entry in entries.reversed() {
      for name in names[entry].declared.keys { later[name] = entry }
    }
  }

  /// The last of the entries that a piece's names lead to.
  func owner(of names: PieceNames) -> Int? {
    names.mentioned.keys.compactMap { name in
      owners[name] ?? (names.declared[name] == nil ? later[name] : nil)
    }
    .max()
  }

  /// Notes what a piece declares, for an entry or for all.
  mutating func note(_ names: PieceNames, of owner: Int?) {
    for name in names.declared.keys { owners[name] = .some(owner) }
  }
}

extension PieceNames {
  /// What others may need of it: names, members of types, the values of variables.
  fileprivate var given: Set<String> { added.union(declared.keys).union(changed) }
}
