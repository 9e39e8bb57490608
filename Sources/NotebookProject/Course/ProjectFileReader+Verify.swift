import Documents
import NotebookSyntax

/// The key `verify`: how documents are checked.
extension ProjectFileReader {
  private static let keysOfRules = [
    "paths", "imports", "prelude", "scope", "run", "results", "platforms", "baseline",
    "check",
  ]

  mutating func readVerifyRules(_ entry: YAMLEntry) {
    for value in values(of: entry.value) {
      guard case .entries(let entries) = value.content else {
        report(
          "'verify' is a list of rules",
          help: "such as 'verify: [{paths: [README.md], imports: [Geometry]}]'",
          value.range
        )
        continue
      }
      var rule = VerifyRule()
      for entry in entries { read(entry, into: &rule) }
      project.verifyRules.append(rule)
    }
  }

  private mutating func read(_ entry: YAMLEntry, into rule: inout VerifyRule) {
    switch entry.key {
    case "paths": rule.paths = patterns(entry)
    case "imports": rule.imports = modules(entry)
    case "prelude": rule.prelude = file(entry, "such as 'prelude: Docs/prelude.swift'")
    case "baseline": rule.baseline = file(entry, "such as 'baseline: Docs/known.txt'")
    case "scope": rule.scope = choice(entry, VerifyRule.Scope.self)
    case "run": rule.running = choice(entry, CheckRules.Running.self)
    case "results": rule.results = results(entry)
    case "platforms": rule.checksPlatforms = choice(entry, ["skip": false, "check": true])
    case "check": rule.isChecked = choice(entry, ["none": false, "all": true])
    default:
      report(
        .unknownProjectKey,
        "there is no key '\(entry.key)' in a rule of 'verify'",
        help: Self.help(on: entry.key, among: Self.keysOfRules),
        entry.keyRange
      )
    }
  }

  private mutating func patterns(_ entry: YAMLEntry) -> [PathPattern] {
    names(entry, "a path or a list of paths", "such as 'paths: [README.md, \"Sources/**/*.docc\"]'")
    {
      reader,
      value,
      text in
      guard let names = reader.inside(text, value), !names.isEmpty else { return nil }
      return PathPattern(text, at: value.textRange)
    }
  }

  private mutating func modules(_ entry: YAMLEntry) -> [VerifyRule.Name] {
    names(entry, "a module or a list of modules", "such as 'imports: [Geometry]'") {
      reader,
      value,
      text in
      guard text.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*/) != nil else {
        reader.report(
          "'\(text)' is no name of a module",
          help: "name modules as 'import' does, such as 'imports: [Geometry]'",
          value.textRange
        )
        return nil
      }
      return VerifyRule.Name(text: text, range: value.textRange)
    }
  }

  private mutating func results(_ entry: YAMLEntry) -> Set<CheckRules.ResultForm> {
    let words = CheckRules.ResultForm.allCases.map(\.rawValue)
    return Set(
      names(
        entry,
        "a way to write results, or a list of them",
        "such as 'results: [arrow, prints]'"
      ) {
        reader,
        value,
        text in
        if let form = CheckRules.ResultForm(rawValue: text) { return form }
        reader.report(
          "there is no way to write results that is called '\(text)'",
          help: Self.help(on: text, among: words),
          value.textRange
        )
        return nil
      }
    )
  }

  private mutating func file(_ entry: YAMLEntry, _ example: String) -> VerifyRule.Name? {
    guard let text = text(entry, example),
      let names = inside(text, entry.value), !names.isEmpty
    else { return nil }
    return VerifyRule.Name(
      text: names.joined(separator: "/"),
      range: entry.value.textRange
    )
  }

  /// The texts of a list, each made into something.
  private mutating func names<Name>(
    _ entry: YAMLEntry,
    _ what: String,
    _ example: String,
    _ make: (inout ProjectFileReader, YAMLValue, String) -> Name?
  ) -> [Name] {
    var found: [Name] = []
    for value in values(of: entry.value) {
      if case .text(let text) = value.content {
        if let name = make(&self, value, text) { found.append(name) }
      } else {
        report("'\(entry.key)' is \(what)", help: example, value.range)
      }
    }
    return found
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ entry: YAMLEntry,
    _ type: Choice.Type
  ) -> Choice? {
    choice(entry, Dictionary(uniqueKeysWithValues: type.allCases.map { ($0.rawValue, $0) }))
  }

  /// One of a few words.
  private mutating func choice<Choice>(_ entry: YAMLEntry, _ choices: [String: Choice]) -> Choice? {
    if case .text(let text) = entry.value.content, let choice = choices[text] { return choice }
    let words = choices.keys.sorted()
    let written: String? = if case .text(let text) = entry.value.content { text } else { nil }
    let meant = written.flatMap { nearestName(to: $0, in: words) }
    report(
      "'\(entry.key)' is \(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])",
      help: "write '\(entry.key): \(meant ?? words[0])'",
      entry.value.range
    )
    return nil
  }
}
