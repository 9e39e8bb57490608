import Files
import Foundation

/// The program that runs.
package enum ThisProgram {
  /// Its file's absolute path.
  package static var path: String {
    Bundle.main.executableURL?.standardizedFileURL.path ?? "render"
  }

  /// Tells this build of it from any other; `nil` where its file is gone.
  ///
  /// It need not have been left alone for a while: a program that runs was whole before it was started, and
  /// what is built in its place is another file with another time.
  static let stamp = FileStamp(of: path)?.text
}
