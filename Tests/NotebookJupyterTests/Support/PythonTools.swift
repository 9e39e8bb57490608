import Foundation
import Testing

/// What `Scripts/setup --tests` installs for Python: nbformat and nbconvert.
enum PythonTools {
  /// The Python that knows them.
  static func python() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"] ?? NSHomeDirectory() + "/.local/share"
    let folder = environment["LECTERN_TEST_TOOLS"] ?? data + "/lectern-tests"
    let path = folder + "/python/bin/python"
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "nbformat and nbconvert are missing: Scripts/setup --tests installs them"
    )
    return path
  }
}
