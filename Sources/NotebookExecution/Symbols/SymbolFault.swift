import Documents

/// Why the symbols of a package, or their uses, are not known.
public struct SymbolFault: Error, Sendable {
  /// What is to be told.
  public var diagnostics: [Diagnostic]

  /// What is said of a file or module.
  package init(_ message: String, help: String, about path: String) {
    diagnostics = [Diagnostic(.error, .noSymbols, message, help: help, path: path)]
  }

  init(_ error: any Error, about path: String) {
    self =
      switch error {
      case let fault as SymbolFault: fault
      case let fault as ToolFault: SymbolFault(fault.diagnostics)
      case let fault as PackageFault: SymbolFault(fault.diagnostics)
      case let missing as IndexLibrary.Missing:
        SymbolFault(
          "the toolchain has no index library at '\(missing.path)'",
          help: "install a toolchain of swift.org",
          about: path
        )
      default: SymbolFault("its symbols are not known: \(error)", help: "try it again", about: path)
      }
  }

  private init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
