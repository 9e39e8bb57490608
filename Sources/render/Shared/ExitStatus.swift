/// How the program ends, after `sysexits.h` where that has a word for it.
enum ExitStatus: Int32, Comparable {
  /// Every page was written.
  case success = 0
  /// A notebook failed.
  case failure = 1
  /// The command was not understood.
  case usage = 64
  /// There is no such notebook.
  case noInput = 66
  /// Something could not be read or written.
  case inputOutput = 74

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
