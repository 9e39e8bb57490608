import Foundation

extension ProgressScreen.Size {
  /// How large the terminal behind standard error is; the usual size where it does not say.
  static var ofStandardError: ProgressScreen.Size {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else {
      return ProgressScreen.Size()
    }
    return ProgressScreen.Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
