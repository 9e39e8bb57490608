import Files
import Foundation

/// The program that runs.
package enum ThisProgram {
  /// Its file's absolute path.
  package static var path: String {
    Bundle.main.executableURL?.standardizedFileURL.path ?? "render"
  }

  /// Tells this build of it from any other.
  static let stamp = FileStamp(of: path)
}
