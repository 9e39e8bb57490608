import NotebookPrograms
import ResultStore

/// What determines a stored value, besides how its program is compiled and what it reads.
extension PartName {
  static let name = PartName("name", .sentence("its name changed"))
  static let type = PartName("type", .sentence("its type changed"))
  /// What it is computed from, by its number.
  static let valueOfInput = PartName(
    "value of input",
    .named { number, _ in "the value of input \(number) changed" }
  )
  static let repetition = PartName(
    "repetition",
    .sentence("it is asked for more or less often")
  )
  private static let code = PartName("code", .sentence("its code changed"))
  private static let importing = PartName("import", .named { "import \($0) \($1.predicate)" })
  private static let extending = PartName("extension", .named { "extension \($0) \($1.predicate)" })
  private static let declaring = PartName("declaration", .named { "'\($0)' \($1.predicate)" })
  private static let ambient = PartName(
    "declarations for the whole program",
    .sentence("declarations for the whole program changed")
  )
  private static let statements = PartName(
    "statements before",
    .sentence("the statements before it changed")
  )

  /// The name of code that it depends on.
  init(_ code: CodePart) {
    self =
      switch code {
      case .call: .code
      case .importing(let module): .importing[module]
      case .extending(let type): .extending[type]
      case .declaring(let names): .declaring[names]
      case .ambient: .ambient
      case .statements: .statements
      }
  }

  fileprivate static let ofStoredValues: [PartName] = [
    .name, .type, .valueOfInput, .repetition, .code, .importing, .extending, .declaring, .ambient,
    .statements, .toolchain, .module, .flags, .filesOfFlags, .folder, .file, .input, .environment,
  ]
}

extension ResultKind {
  /// A stored value: raised whenever the same call would give another value, or its bytes be others.
  package static let storedValue = ResultKind(
    "stored value",
    version: 5,
    parts: PartName.ofStoredValues
  )
}
