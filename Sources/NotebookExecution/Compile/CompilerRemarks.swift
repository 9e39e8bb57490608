import Documents
import Foundation
import NotebookPrograms
import NotebookSyntax

/// The compiler's messages about a program, as diagnostics about the notebook.
struct CompilerRemarks {
  /// The diagnostics in the order of the source, notes after what they belong to.
  var diagnostics: [Diagnostic]

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the compiler or the linker failed for a reason that lies nowhere in the notebook.
  var hasErrorsWithoutPlace: Bool {
    diagnostics.contains { $0.severity == .error && $0.start == nil }
  }

  /// - Parameter diagnostics: what was said earlier about the same program.
  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// - Parameters:
  ///   - messages: what the compiler printed, in its order.
  ///   - program: what it was given.
  ///   - importable: what can be imported, for who imports something else.
  init(_ messages: [CompilerMessage], about program: ProgramSource, importable: String) {
    var groups: [[Diagnostic]] = []
    var seen: Set<CompilerMessage> = []
    var isKept = false
    let sources = program.sources
    for message in messages {
      let isNote = message.severity == .note
      if isNote, !isKept { continue }
      let diagnostic = Self.diagnostic(
        message,
        about: program,
        in: sources,
        importable: importable
      )
      if !isNote { isKept = diagnostic != nil && seen.insert(message).inserted }
      guard let diagnostic, isKept else { continue }
      if isNote {
        groups[groups.count - 1].append(diagnostic)
      } else {
        groups.append([diagnostic])
      }
    }
    // Errors without a place follow from those that have one, or are all there is.
    if groups.contains(where: { $0.first?.severity == .error && $0.first?.start != nil }) {
      groups.removeAll { $0.first?.start == nil }
    }
    diagnostics = groups.flatMap { $0 }.inSourceOrder
  }

  private static func diagnostic(
    _ message: CompilerMessage,
    about program: ProgramSource,
    in sources: [SourceText],
    importable: String
  ) -> Diagnostic? {
    let kind = Diagnostic.Kind.compiler(message.severity)
    let named = sources.first { ProgramSource.literal($0.path) == message.file }
    let source = named ?? program.source
    guard named != nil, let position = message.position else {
      if let end = program.brokenEnd, message.severity == .error {
        return Diagnostic(.error, kind, plain(message.text), in: source, at: end)
      }
      // What is said about generated code follows from a cell's own errors.
      guard message.severity == .error, message.file == nil else { return nil }
      // The driver repeats that the linker failed, which said itself why.
      if message.text.contains("command failed with exit code") { return nil }
      let isLinker = message.text.hasPrefix("undefined symbol")
      return Diagnostic(
        .error,
        isLinker ? .linkerError : kind,
        plain(message.text),
        help: isLinker ? "something is declared here that no library holds" : nil,
        path: source.path
      )
    }
    let isContext = source.path != program.source.path
    if message.severity == .warning, isContext || isNoise(message, in: program) { return nil }
    if !isContext, let range = program.wrappers[position] {
      guard message.severity == .error else { return nil }
      let (text, help) = aboutValue(message.text)
      return Diagnostic(.error, kind, text, help: help, in: source, at: range)
    }
    var start = source.offset(of: position)
    // Where something is missing at the end, the compiler names the line after it.
    if let end = program.brokenEnd, start >= end.upperBound { start = end.lowerBound }
    let range = start..<SourceToken.end(at: start, in: source)
    if message.text.hasPrefix("no such module") {
      return Diagnostic(
        .error,
        .missingModule,
        plain(message.text),
        help: message.text.contains(/'Package(Description|Plugin)'/)
          ? "a manifest is no part of the program; put 'ignore' behind 'swift' where one is only shown"
          : "a notebook can import \(importable)",
        in: source,
        at: range
      )
    }
    return Diagnostic(
      message.severity,
      kind,
      plain(message.text),
      help: help(for: message),
      in: source,
      at: range
    )
  }

  /// What is wrong with a value that is to be shown.
  private static func aboutValue(_ message: String) -> (text: String, help: String?) {
    if message.hasPrefix("generic parameter 'Value'") {
      return ("the type of this value cannot be told; state it with 'as'", nil)
    }
    if ["'Copyable'", "'Escapable'"].contains(where: { message.hasSuffix("conform to \($0)") }) {
      return (
        "this value cannot be shown, because it cannot be copied",
        "show one of its properties"
      )
    }
    return (plain(message), nil)
  }

  /// What follows from a name that is declared again, which an author cannot see in the message.
  private static func help(for message: CompilerMessage) -> String? {
    guard message.text.contains("cannot close over value") else {
      // A note says in words what it suggests.
      guard message.severity != .note, let suggestion = message.suggestion else { return nil }
      return "the compiler suggests '\(suggestion)' here"
    }
    return
      "a cell that declares a name again, and every cell after it, is a scope of its own, whose "
      + "variables a type cannot use; give one of the two another name, or begin a new program with "
      + "'reset'"
  }

  /// Warnings about what the notebook's form brings with it, not its author.
  private static func isNoise(_ message: CompilerMessage, in program: ProgramSource) -> Bool {
    // Swift 5 mode allows it, and a cell has no way to say otherwise.
    if message.text.hasPrefix("main actor-isolated") { return true }
    // At the file's level nobody is told that a variable is not used later; nor in a nested scope.
    guard let position = message.position, program.quietPlaces.contains(position) else {
      return false
    }
    return ["never used", "never mutated", "never read"].contains { message.text.contains($0) }
  }

  /// A message without the names of generated code and of the compiler's own lists.
  private static func plain(_ text: String) -> String {
    var text = text
    for call in ["'__show'", "'__showing'", "'__showingPromised'"] {
      text = text.replacing(call, with: "the notebook")
    }
    if text.hasSuffix("]"), let group = text.range(of: " [#", options: .backwards) {
      text.removeSubrange(group.lowerBound...)
    }
    return text
  }
}
