import TestSupport

/// The build program that plans are written for.
enum Ninja {
  /// What it says when everything is up to date.
  static let noWork = "ninja: no work to do.\n"

  static func run(_ arguments: String..., in folder: ScratchFolder) async throws -> Program.Result {
    let path = try Program.installed("ninja", package: "ninja-build")
    return try await Program(path, arguments, in: folder).result()
  }
}
