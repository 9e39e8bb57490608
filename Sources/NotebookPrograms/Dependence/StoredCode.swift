/// The code that a stored value depends on.
package struct StoredCode: Sendable {
  /// The code, part by part.
  package let parts: [(name: CodePart, text: String)]
  /// The statements that ran before and count; what files they opened counts too.
  package let statements: [Int]
  /// Whether the running statement may change what the code uses, so that the same question, asked
  /// again, may have another answer.
  package let isChanging: Bool
  /// Whether the code may tell something of the process around it, such as its folder.
  package let readsProcess: Bool

  /// - Parameters:
  ///   - site: the call.
  ///   - home: the unit that it stands in.
  ///   - current: the unit that runs.
  ///   - code: the program.
  ///   - asksForPlace: whether a function of a module may ask for the place of its call.
  ///   - changes: what each earlier unit may change; kept from call to call.
  package init(
    of site: StoredSite,
    in home: Int,
    during current: Int,
    _ code: ProgramCode,
    asksForPlace: Bool,
    _ changes: inout [Int: Set<String>]
  ) {
    var found = code.units(usedBy: site.used, during: current, &changes)
    // The types of inputs, and of what is around the call, may decide which code is called.
    let types = code.types(usedIn: home, with: site.inputs, during: current, &changes)
    found.formUnion(code.units(and: types, during: current, &changes))
    readsProcess =
      site.used.contains(ProcessWords.name)
      || found.contains { code.units[$0].names.contains(ProcessWords.name) }
    var variables = code.variables(of: found)
    if readsProcess { variables.insert(ProcessWords.name) }
    let reached = code.reach(changing: code.units[current].changingNames)
    isChanging = !variables.isDisjoint(with: reached.subtracting(Self.own(current, code)))
    if isChanging {
      found.formUnion(code.units(and: [current], during: current, &changes))
    }
    // A default value asks for the place of the call, so that all places count if one does.
    let isPlaced =
      asksForPlace || site.code.mentionsSurroundings
      || found.contains { code.units[$0].text.mentionsSurroundings }
    if isPlaced { found.insert(home) }
    let units = found.sorted().map { code.units[$0] }
    parts =
      [(.call, isPlaced ? "\(site.offset) \(site.code)" : site.code)]
      + units.map { ($0.part, isPlaced ? $0.placedText : $0.text) }
    statements = units.compactMap(\.statement)
  }

  /// The names that a unit declares: it cannot change them before they have their value.
  private static func own(_ index: Int, _ code: ProgramCode) -> [String] {
    code.units[index].item.declared.map(\.name)
  }
}
