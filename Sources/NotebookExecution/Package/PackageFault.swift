import Documents
import NotebookSyntax

/// Why a package's libraries cannot be imported.
public struct PackageFault: Error, Sendable, Hashable {
  /// What is wrong, each error once and at its place in the package.
  public var diagnostics: [Diagnostic]

  /// - Parameter diagnostics: what is wrong.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostics: [diagnostic])
  }

  static func noManifest(in folder: String) -> PackageFault {
    PackageFault(
      Diagnostic(
        .error,
        .packageMissing,
        "there is no Package.swift in '\(folder)'",
        help: "name the folder of a Swift package",
        path: folder
      )
    )
  }

  static func noTool(_ program: String?, for folder: String) -> PackageFault {
    PackageFault(
      Diagnostic(
        .error,
        .toolchainMissing,
        program.map { "there is no Swift package manager at '\($0)'" }
          ?? "there is no 'swift' on the PATH",
        help: "install Swift 6.2 or later from https://swift.org/install",
        path: folder
      )
    )
  }

  static func cancelled(_ folder: String) -> PackageFault {
    PackageFault(
      Diagnostic(.error, .cancelled, "the build of the package was given up", path: folder)
    )
  }

  /// The package was built, but how is not to be found out.
  static func unreadable(_ reason: String, in folder: String) -> PackageFault {
    PackageFault(
      Diagnostic(
        .error,
        .packageUnreadable,
        "the package was built, but its modules cannot be found: \(reason)",
        help: "remove the package's folder .build and try again; a version of Swift that is newer "
          + "than this program may describe its builds in another way",
        path: folder
      )
    )
  }

  static func failed(_ error: any Error, in folder: String) -> PackageFault {
    PackageFault(
      Diagnostic(
        .error,
        .packageError,
        "the package could not be built: \(error)",
        path: folder
      )
    )
  }
}
