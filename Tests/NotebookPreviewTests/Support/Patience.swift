/// How long tests of a preview wait for what must come.
enum Patience {
  /// In seconds. The server has the threads of all tests, which others may keep busy for many minutes; but
  /// nothing waits for ever, so that a failure is told.
  static let limit = 1200
}
