import Documents
import NotebookSyntax

/// A program's code as a graph of names, by which one finds what a stored value may depend on.
///
/// Names are not resolved: whatever declares a name that is used counts, and whatever mentions a
/// variable may have changed it. So a value may be computed once more than need be, but an old one is
/// not taken for a new one.
package struct ProgramCode: Sendable {
  /// The items in the order of the program.
  let units: [CodeUnit]
  private let declaring: [String: [Int]]
  /// The units whose variables may change, by the names that lead there.
  private let changeable: [String: [Int]]
  /// The units with types that inherit a name or conform to it.
  private let heirs: [String: [Int]]
  /// The notebook's own protocols and classes, whose heirs are all known.
  private let generalTypes: Set<String>
  private let byStatement: [Int: Int]
  private let bySite: [SourcePosition: (unit: Int, site: Int)]
  /// The names that code may use without naming them, through extensions and operators.
  private let ambientNames: Set<String>
  /// Those among them by which it may have values of types that it does not name.
  private let ambientTypes: Set<String>
  private let ambient: Set<Int>

  /// - Returns: `nil` where the program stores no values.
  package init?(_ program: ProgramSource) {
    guard program.pieces.contains(where: \.mentionsStored) else { return nil }
    var units = Self.units(of: program)
    // One of the notebook's own is another function.
    guard !units.contains(where: { $0.item.declared.contains { $0.name == "stored" } }),
      units.contains(where: { !$0.sites.isEmpty })
    else { return nil }
    let declared = Set(units.flatMap { $0.item.declared.map(\.name) })
    let outside = ProgramOutside(units.map(\.outside), declaring: declared)
    for index in units.indices { units[index].note(outside) }
    Self.noteChanges(in: &units, besides: declared)
    self.units = units
    var declaring: [String: [Int]] = [:]
    var changeable: [String: [Int]] = [:]
    var heirs: [String: [Int]] = [:]
    var byStatement: [Int: Int] = [:]
    var bySite: [SourcePosition: (unit: Int, site: Int)] = [:]
    for (index, unit) in units.enumerated() {
      for name in unit.item.declared { declaring[name.name, default: []].append(index) }
      for name in unit.stateNames { changeable[name, default: []].append(index) }
      for name in unit.types.parents.subtracting(CodeTypes.rawTypes) {
        heirs[name, default: []].append(index)
      }
      if let statement = unit.statement { byStatement[statement] = index }
      for (number, site) in unit.sites.enumerated() {
        let origin = program.pieces[unit.piece].origin(of: site.offset)
        bySite[program.source.position(at: origin)] = (index, number)
      }
    }
    self.declaring = declaring
    self.changeable = changeable
    self.heirs = heirs
    generalTypes = units.reduce(into: []) { $0.formUnion($1.types.general) }
    self.byStatement = byStatement
    self.bySite = bySite
    ambient = Set(units.indices.filter { units[$0].isAmbient })
    ambientNames = ambient.reduce(into: []) {
      $0.formUnion(units[$1].names)
      $0.formUnion(units[$1].stateNames)
    }
    ambientTypes = ambient.reduce(into: []) { $0.formUnion(units[$1].types.mentioned) }
  }

  /// The items of a program's pieces, in order.
  private static func units(of program: ProgramSource) -> [CodeUnit] {
    var numbers: [[Int]: Int] = [:]
    for (number, statement) in program.statements.enumerated() {
      numbers[[statement.piece, statement.range.lowerBound]] = number
    }
    var units: [CodeUnit] = []
    for (index, piece) in program.pieces.enumerated() where !piece.isBroken {
      for item in piece.items {
        // Of a piece that is not run only the imports are there for others.
        if piece.isNotRun, item.module == nil { continue }
        let start = piece.origin(of: item.range.lowerBound)
        units.append(
          CodeUnit(
            item,
            piece: index,
            statement: numbers[[piece.id, start]],
            place: "\(program.source.path):\(program.source.position(at: start))"
          )
        )
      }
    }
    return units
  }

  /// Notes the stored values whose computing changes the process, by themselves or by what they call.
  private static func noteChanges(in units: inout [CodeUnit], besides declared: Set<String>) {
    var functions: [String: [Int]] = [:]
    var methods: [String: ProcessChange] = [:]
    for (index, unit) in units.enumerated() {
      methods.merge(unit.methodChanges) { first, _ in first }
      guard unit.item.role == .function else { continue }
      for name in unit.item.declared { functions[name.name, default: []].append(index) }
    }
    func called(by site: StoredSite) -> ProcessChange? {
      if let change = site.outside.members.sorted().lazy.compactMap({ methods[$0] }).first {
        return change
      }
      var open = site.used
      var seen: Set<String> = []
      while let name = open.popFirst() {
        guard seen.insert(name).inserted else { continue }
        for index in functions[name] ?? [] {
          if let change = units[index].change { return change }
          open.formUnion(units[index].names.subtracting(seen))
        }
      }
      return nil
    }
    for index in units.indices {
      for (number, site) in units[index].sites.enumerated() {
        guard let change = site.change ?? called(by: site), !declared.contains(change.name) else {
          continue
        }
        let isIndirect = site.change == nil
        units[index].note(
          .process(
            change.name,
            offset: isIndirect ? site.offset : change.offset,
            isIndirect: isIndirect
          ),
          at: number
        )
      }
    }
  }

  /// The unit that a running statement is.
  package func unit(running statement: Int) -> Int? { byStatement[statement] }

  /// The call at a place.
  package func site(at position: SourcePosition) -> (unit: Int, site: StoredSite)? {
    bySite[position].map { ($0.unit, units[$0.unit].sites[$0.site]) }
  }

  /// The names through which something that runs may change variables, itself and by what it calls.
  func reach(changing start: Set<String>) -> Set<String> { reach(start, by: \.changingNames) }

  private func reach(_ start: Set<String>, by names: KeyPath<CodeUnit, Set<String>>) -> Set<String>
  {
    var seen: Set<String> = []
    var open = start.union(ambientNames)
    while let name = open.popFirst() {
      guard seen.insert(name).inserted else { continue }
      for index in declaring[name] ?? [] {
        open.formUnion(units[index][keyPath: names].subtracting(seen))
      }
    }
    return seen
  }

  /// The units on which code depends that uses some names while a unit runs.
  ///
  /// - Parameters:
  ///   - start: the names.
  ///   - given: units whose names are used, too.
  ///   - current: the unit that runs.
  ///   - changes: what each earlier unit may change; kept from call to call.
  func units(
    usedBy start: Set<String> = [],
    and given: Set<Int> = [],
    during current: Int,
    _ changes: inout [Int: Set<String>]
  ) -> Set<Int> {
    var found = ambient
    var seen: Set<String> = []
    var open = start.union(ambientNames)
    var general = start.union(ambientTypes)
    func take(_ index: Int) {
      guard found.insert(index).inserted else { return }
      open.formUnion(units[index].names)
      general.formUnion(units[index].types.mentioned)
    }
    given.forEach(take)
    var inherited: Set<String> = []
    while !open.isEmpty || !general.isEmpty {
      // Whoever has a value of a protocol or a class may have one of any type below it.
      while let name = general.popFirst() {
        guard inherited.insert(name).inserted else { continue }
        for index in heirs[name] ?? [] {
          take(index)
          general.formUnion(units[index].types.declared)
        }
        general.subtract(inherited)
      }
      guard let name = open.popFirst(), seen.insert(name).inserted else { continue }
      for index in declaring[name] ?? [] where !isUnset(index, during: current) { take(index) }
      // What came before may have changed a variable, or the process.
      if name == ProcessWords.name
        || (changeable[name] ?? []).contains(where: { !isUnset($0, during: current) })
      {
        for earlier in 0..<current where units[earlier].runs && !found.contains(earlier) {
          let reached = changes[earlier] ?? reach(changing: units[earlier].changingNames)
          changes[earlier] = reached
          if reached.contains(name) { take(earlier) }
        }
      }
      open.subtract(seen)
    }
    return found
  }

  /// Whether tasks or threads may run beside a unit, begun by what ran up to now.
  ///
  /// - Parameter isInside: whether it is a stored value's closure that runs, so that what such closures
  ///   begin for themselves counts, too.
  package func hasCompany(during current: Int, isInside: Bool) -> Bool {
    let names = isInside ? \CodeUnit.names : \CodeUnit.changingNames
    let before = (0...current).map { units[$0] }.filter(\.runs)
    let start = before.reduce(into: Set<String>()) { $0.formUnion($1[keyPath: names]) }
    return reach(start, by: names).contains(ConcurrencyWords.name)
  }

  /// The units whose types a value may have that is used in a unit.
  ///
  /// - Parameter inputs: the names from which more values come.
  func types(
    usedIn home: Int,
    with inputs: Set<String>,
    during current: Int,
    _ changes: inout [Int: Set<String>]
  ) -> Set<Int> {
    func declaresTypes(_ index: Int) -> Bool { !units[index].types.declared.isEmpty }
    let near = units(usedBy: inputs.union(units[home].names), during: current, &changes)
    let named = near.filter(declaresTypes)
    guard named.union([home]).contains(where: isOpen) else { return named }
    // A value that may be of any type came from what ran up to now.
    let before = (0...current).filter { units[$0].runs }
    return units(and: near.union(before), during: current, &changes).filter(declaresTypes)
  }

  /// Whether a unit takes values of types that neither it nor a protocol of the notebook names.
  private func isOpen(_ index: Int) -> Bool {
    units[index].types.constraints.contains { $0.isDisjoint(with: generalTypes) }
  }

  /// Whether a unit declares variables further down, which have no value yet.
  private func isUnset(_ index: Int, during current: Int) -> Bool {
    index > current
      && units[index].item.declared.contains { $0.kind == .variable && !$0.isComputed }
  }

  /// The names that lead to variables of some units that may change.
  func variables(of indices: Set<Int>) -> Set<String> {
    indices.reduce(into: []) { $0.formUnion(units[$1].stateNames) }
  }
}

extension ParsedPiece {
  fileprivate var mentionsStored: Bool {
    items.contains { $0.mentioned.contains { $0.name == "stored" } }
      || code.text.contains("NotebookDisplay.stored")
  }
}
