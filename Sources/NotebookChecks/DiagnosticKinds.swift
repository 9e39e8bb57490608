import Documents

extension Diagnostic.Kind {
  static let brokenPromise = Self("broken-promise")
  static let compileErrorExpected = Self("compile-error-expected")
  static let crashExpected = Self("crash-expected")
  static let messageOutOfPlace = Self("message-out-of-place")
  static let otherCompileError = Self("other-compile-error")
  static let otherCompileWarning = Self("other-compile-warning")
  static let otherCrash = Self("other-crash")
  static let outputOfCellNotRun = Self("output-of-cell-not-run")
  static let outputWithoutCell = Self("output-without-cell")
  static let promiseInBlock = Self("promise-in-block")
  static let promiseNeverReached = Self("promise-never-reached")
  static let promiseNotChecked = Self("promise-not-checked")
  static let promiseOfCellNotRun = Self("promise-of-cell-not-run")
  static let promiseOfIgnoredCell = Self("promise-of-ignored-cell")
  static let promiseWithoutSubject = Self("promise-without-subject")
  static let promiseWithoutValue = Self("promise-without-value")
  static let unclosedPromise = Self("unclosed-promise")
  static let unpromisedMessage = Self("unpromised-message")
  static let unquotedPromise = Self("unquoted-promise")
}
