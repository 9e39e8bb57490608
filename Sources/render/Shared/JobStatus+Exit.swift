import NotebookProject

extension JobStatus {
  /// How the program ends, after `sysexits.h` where that has a word for it.
  var exitCode: Int32 {
    switch self {
    case .success: 0
    case .failure: 1
    case .usage: 64
    case .noInput: 66
    case .inputOutput: 74
    }
  }
}
