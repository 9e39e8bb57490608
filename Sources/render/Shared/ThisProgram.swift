import Files
import Foundation

/// The program that runs.
enum ThisProgram {
  /// Its file's absolute path.
  static var path: String {
    Bundle.main.executableURL?.standardizedFileURL.path ?? CommandLine.arguments.first ?? "render"
  }

  /// Tells this build of it from any other.
  static let stamp = FileStamp(of: path)
}
