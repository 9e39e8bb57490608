import Foundation
import Testing

extension DocumentedExample {
  /// The examples of a package's documentation, checked by the installed program `render`: the one that
  /// `LECTERN_PROGRAM` names, or the first on the `PATH`.
  ///
  /// Where they cannot be checked, or there are none, that is one case, which fails.
  ///
  /// - Parameters:
  ///   - paths: documents and folders, from the package's folder on; the whole package where there is none.
  ///   - arguments: further arguments of `render verify`, such as `--baseline` and a file.
  ///   - sourceLocation: the place of the test, by whose file the package is found.
  public static func all(
    in paths: String...,
    arguments: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [DocumentedExample] {
    do {
      let package = try PackageFolder(around: sourceLocation.filePath)
      let call = VerifyCall(paths: paths, arguments: arguments, package: package)
      let examples = try VerifyReport(call.run()).examples(in: package)
      if examples.isEmpty { throw Fault("there is nothing to check: no document holds an example") }
      return examples
    } catch {
      return [failure("\(error)", sourceLocation)]
    }
  }

  /// A case that tells why there are no others.
  private static func failure(_ message: String, _ location: SourceLocation) -> DocumentedExample {
    DocumentedExample(
      id: "documentation",
      location: location,
      outcome: .failed,
      failures: [Failure(message: message, location: location)]
    )
  }
}

/// Why documentation cannot be checked.
struct Fault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The folder of the package that a test belongs to.
struct PackageFolder {
  let path: String

  /// - Parameter file: a source of the test.
  init(around file: String) throws {
    var folder = URL(filePath: file).standardizedFileURL
    repeat {
      guard folder.pathComponents.count > 1 else {
        throw Fault("no folder above '\(file)' holds Package.swift")
      }
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    path = folder.path
  }

  /// The place of something in a document.
  func location(_ document: String, line: Int, column: Int) -> SourceLocation {
    let file = URL(filePath: document, relativeTo: URL(filePath: path, directoryHint: .isDirectory))
    return SourceLocation(
      // Of a module's name and a file's, which is what test reports show.
      fileID: "Documentation/" + document,
      filePath: file.standardizedFileURL.path,
      line: max(line, 1),
      column: max(column, 1)
    )
  }
}
