import Documents

extension Diagnostic.Kind {
  static let cacheMissing = Self("cache-missing")
  static let cancelled = Self("cancelled")
  static let compilerCrash = Self("compiler-crash")
  static let compilerError = Self("compiler-error")
  static let compilerNotStarted = Self("compiler-not-started")
  static let compilerNote = Self("compiler-note")
  static let compilerTimeout = Self("compiler-timeout")
  static let compilerWarning = Self("compiler-warning")
  static let contradiction = Self("contradiction")
  static let earlyExit = Self("early-exit")
  static let fewDescriptors = Self("few-descriptors")
  static let hiddenFile = Self("hidden-file")
  static let hiddenVariable = Self("hidden-variable")
  static let killed = Self("killed")
  static let libraryNotCompiled = Self("library-not-compiled")
  static let linkerError = Self("linker-error")
  static let lostTouch = Self("lost-touch")
  static let memoryLimit = Self("memory-limit")
  static let missingInput = Self("missing-input")
  static let missingModule = Self("missing-module")
  static let noRoom = Self("no-room")
  static let noSymbols = Self("no-symbols")
  static let noTemporaryFolder = Self("no-temporary-folder")
  static let otherInterface = Self("other-interface")
  static let outputLimit = Self("output-limit")
  static let packageError = Self("package-error")
  static let packageMissing = Self("package-missing")
  static let packageNotBuilt = Self("package-not-built")
  static let packageUnreadable = Self("package-unreadable")
  static let processLimit = Self("process-limit")
  static let refusedFlag = Self("refused-flag")
  static let runFailed = Self("run-failed")
  static let sandboxMissing = Self("sandbox-missing")
  static let timeout = Self("timeout")
  static let toolchainMissing = Self("toolchain-missing")
  static let trap = Self("trap")
  static let uncaughtError = Self("uncaught-error")
  static let unusableInput = Self("unusable-input")

  /// What the compiler says.
  static func compiler(_ severity: Diagnostic.Severity) -> Self {
    switch severity {
    case .error: .compilerError
    case .warning: .compilerWarning
    case .note: .compilerNote
    }
  }
}
