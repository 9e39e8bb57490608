import Documents
import NotebookSyntax

/// Reads the keys of a project file. What is wrong is told all at once.
struct ProjectFileReader {
  var project: ProjectFile
  private var parts = 0

  init(_ project: ProjectFile) { self.project = project }

  private static let keys = [
    "title", "authors", "url", "repository", "license", "numbering", "chapters", "exclude",
    "defaults", "references", "api", "verify", "variants", "to", "sandbox", "outputs",
    "scripts", "frames", "requests", "trusted", "allowed-flags",
  ]

  mutating func read() {
    let file = YAMLFile(project.source, .projectFile)
    if let fault = file.fault { project.diagnostics.append(fault) }
    for entry in file.entries { read(entry) }
    project.isAboutChecksAlone =
      !file.entries.isEmpty && file.entries.allSatisfy { $0.key == "verify" }
  }

  private mutating func read(_ entry: YAMLEntry) {
    switch entry.key {
    case "title": project.title = text(entry, "such as 'title: Softmax from scratch'")
    case "license": project.license = text(entry, "such as 'license: CC BY 4.0'")
    case "url": project.url = address(entry, "such as 'url: https://example.org/course'")
    case "repository":
      project.repository = address(entry, "such as 'repository: https://github.com/noether/course'")
    case "authors": project.authors = texts(entry, "such as 'authors: [A. Noether, E. Artin]'")
    case "numbering": readNumbering(entry)
    case "exclude": readExclusions(entry)
    case "chapters":
      project.chaptersRange = entry.keyRange
      project.chapters = chapters(in: entry.value)
    case "defaults": readDefaults(entry)
    case "references": readReferences(entry)
    case "api": readLibraries(entry)
    case "verify": readVerifyRules(entry)
    case "variants": readVariants(entry)
    case "to": readForms(entry)
    case "sandbox": readSandbox(entry)
    case "outputs": readOutputs(entry)
    case "scripts": readScripts(entry)
    case "frames": project.permissions.frames += hosts(entry)
    case "requests": project.permissions.requests += hosts(entry)
    case "trusted": readTrusted(entry)
    case "allowed-flags": readAllowedFlags(entry)
    default:
      report(
        .unknownProjectKey,
        "there is no key '\(entry.key)' in \(ProjectFile.name)",
        help: Self.help(on: entry.key, among: Self.keys),
        entry.keyRange
      )
    }
  }

  static func help(on key: String, among keys: [String]) -> String {
    nearestName(to: key, in: keys).map { "did you mean '\($0)'?" }
      ?? "the keys are " + keys.joined(separator: ", ")
  }

  // MARK: - Values

  mutating func text(_ entry: YAMLEntry, _ example: String) -> String? {
    if case .text(let text) = entry.value.content { return text }
    report("'\(entry.key)' is a text", help: example, entry.value.range)
    return nil
  }

  /// A text or a list of texts.
  private mutating func texts(_ entry: YAMLEntry, _ example: String) -> [String] {
    values(of: entry.value).compactMap { value in
      if case .text(let text) = value.content { return text }
      report("'\(entry.key)' is a text or a list of texts", help: example, value.range)
      return nil
    }
  }

  func values(of value: YAMLValue) -> [YAMLValue] {
    if case .list(let values) = value.content { values } else { [value] }
  }

  /// An address on the web.
  mutating func address(_ entry: YAMLEntry, _ example: String) -> String? {
    let host = /https?:\/\/[^\/?#\s]+[^?#\s]*/
    guard case .text(let text) = entry.value.content, text.wholeMatch(of: host) != nil else {
      report("'\(entry.key)' is an address on the web", help: example, entry.value.range)
      return nil
    }
    return String(text.reversed().drop { $0 == "/" }.reversed())
  }

  private mutating func readNumbering(_ entry: YAMLEntry) {
    if case .text("chapters") = entry.value.content {
      project.numbersChapters = true
      return
    }
    report(
      "'numbering' is chapters",
      help:
        "write 'numbering: chapters', or leave it out; whether sections are numbered stands under "
        + "'defaults:'",
      entry.value.range
    )
  }

  private mutating func readVariants(_ entry: YAMLEntry) {
    var names: [String] = []
    for value in values(of: entry.value) {
      guard case .text(let name) = value.content, !name.isEmpty,
        name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
      else {
        report(
          "a variant is one word of letters, digits, '-' and '_'",
          help: "such as 'variants: [student, teacher]'",
          value.range
        )
        continue
      }
      names.append(name)
    }
    project.variants = names
  }

  private mutating func readLibraries(_ entry: YAMLEntry) {
    for value in values(of: entry.value) {
      guard case .text(let name) = value.content,
        name.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*/) != nil
      else {
        report(
          "'api' is the name of a module, or a list of them",
          help: "such as 'api: [Geometry, Shapes]'",
          value.range
        )
        continue
      }
      if let first = project.libraries.first(where: { $0.text == name }) {
        let line = project.source.position(at: first.range.lowerBound).line
        report("'\(name)' is named already, in line \(line)", help: "take one out", value.range)
        continue
      }
      project.libraries.append(VerifyRule.Name(text: name, range: value.textRange))
    }
  }

  private mutating func readForms(_ entry: YAMLEntry) {
    var forms: [PageForm] = []
    for value in values(of: entry.value) {
      guard case .text(let name) = value.content, let form = PageForm(rawValue: name) else {
        var near: PageForm?
        if case .text(let name) = value.content { near = PageForm.nearest(to: name) }
        report(
          "'to' is a form of pages, or a list of them",
          help: near.map { "did you mean '\($0.rawValue)'?" } ?? "the forms are \(PageForm.list)",
          value.range
        )
        continue
      }
      if !forms.contains(form) { forms.append(form) }
    }
    if !forms.isEmpty { project.forms = forms }
  }

  private mutating func readExclusions(_ entry: YAMLEntry) {
    let paths = innerPaths(entry, "path", "such as 'exclude: [drafts, \"*.old.md\"]'")
    // The folder itself is not left out.
    for (path, value) in paths where !RelativePath.names(path).isEmpty {
      project.exclusions.append(PathPattern(path, at: value.textRange))
    }
  }

  /// One or several paths in the project's folder, with where each stands.
  /// - Parameter kind: what they lead to, in a word.
  mutating func innerPaths(
    _ entry: YAMLEntry,
    _ kind: String,
    _ example: String
  ) -> [(path: String, value: YAMLValue)] {
    values(of: entry.value).compactMap { value in
      guard case .text(let path) = value.content, !path.isEmpty else {
        report("'\(entry.key)' is a \(kind) or a list of \(kind)s", help: example, value.range)
        return nil
      }
      return inside(path, value).map { _ in (path, value) }
    }
  }

  private mutating func readDefaults(_ entry: YAMLEntry) {
    guard let defaults = entry.value.frontMatterDefaults else {
      report(
        "'defaults' is front matter: a list of 'key: value' lines",
        help: "such as 'defaults: {lang: de}'",
        entry.value.range
      )
      return
    }
    project.defaults = defaults
    project.diagnostics += defaults.diagnostics
  }

  // MARK: - Chapters

  private static let exampleOfChapters = "such as 'chapters: [limits.md, derivatives.md]'"

  private mutating func chapters(
    in value: YAMLValue,
    of part: ProjectFile.Part? = nil
  ) -> [ProjectFile.ChapterEntry] {
    guard case .list(let values) = value.content else {
      report(
        "'chapters' is a list of notebooks and parts",
        help: Self.exampleOfChapters,
        value.range
      )
      return []
    }
    return values.flatMap { value -> [ProjectFile.ChapterEntry] in
      switch value.content {
      case .text(let path):
        guard inside(path, value) != nil else { return [] }
        return [ProjectFile.ChapterEntry(path: path, range: value.textRange, part: part)]
      case .entries(let entries) where part == nil: return chapters(ofPart: entries, value)
      case .entries:
        report(
          "a part holds chapters, and no parts",
          help: "end the part before, and begin this one beside it",
          value.range
        )
        return []
      case .list, .nothing:
        report("a chapter is a notebook's path", help: Self.exampleOfChapters, value.range)
        return []
      }
    }
  }

  private mutating func chapters(
    ofPart entries: [YAMLEntry],
    _ value: YAMLValue
  ) -> [ProjectFile.ChapterEntry] {
    let keys = ["part", "chapters"]
    for entry in entries where !keys.contains(entry.key) {
      report(
        .unknownProjectKey,
        "there is no key '\(entry.key)' in a part",
        help: Self.help(on: entry.key, among: keys),
        entry.keyRange
      )
    }
    let title = entries.first { $0.key == "part" }
    let list = entries.first { $0.key == "chapters" }
    guard let title, let list else {
      // What is misspelt is told already.
      if entries.allSatisfy({ keys.contains($0.key) }) {
        report(
          "a part has a title and chapters",
          help: "write '- part: Limits' and under it '  chapters: [sequences.md]'",
          value.range
        )
      }
      return list.map { chapters(in: $0.value) } ?? []
    }
    let words = text(title, "such as 'part: Limits'") ?? ""
    defer { parts += 1 }
    let found = chapters(in: list.value, of: ProjectFile.Part(title: words, place: parts))
    if case .list(let values) = list.value.content, values.isEmpty {
      warn("this part has no chapters", help: "take it out, or name its chapters", title.keyRange)
    }
    return found
  }

  /// The names of a path in the project's folder.
  mutating func inside(_ path: String, _ value: YAMLValue) -> [String]? {
    let names = RelativePath.names(path)
    guard path.hasPrefix("/") || RelativePath.leadsOut(names) else { return names }
    report(
      "'\(path)' is not in the folder of \(ProjectFile.name)",
      help: "paths begin at that folder, and stay in it",
      value.textRange
    )
    return nil
  }

  // MARK: - Messages

  mutating func report(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ place: SourceRange
  ) {
    project.diagnostics.append(
      Diagnostic(.error, kind, message, help: help, in: project.source, at: place)
    )
  }

  mutating func report(_ message: String, help: String, _ place: SourceRange) {
    report(.projectFile, message, help: help, place)
  }

  private mutating func warn(_ message: String, help: String, _ place: SourceRange) {
    project.diagnostics.append(
      Diagnostic(.warning, .projectFile, message, help: help, in: project.source, at: place)
    )
  }
}
