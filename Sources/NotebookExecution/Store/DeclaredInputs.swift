import Documents
import Files
import Foundation
import NotebookSyntax
import ResultStore

/// What a notebook says that its cells read besides `contents(of:)`: files, folders and environment
/// variables, as they are now; and the variables that its code names.
struct DeclaredInputs: Sendable, Equatable {
  /// The files and folders, by the paths that the notebook gives.
  let files: [OpenedFiles.File]
  /// The variables with their values.
  let environment: [String: String?]

  /// Why there are none.
  enum Fault: Error {
    case cancelled
    /// Errors at the places of the inputs.
    case errors([Diagnostic])
  }

  static let none = DeclaredInputs(files: [], environment: [:])

  private init(files: [OpenedFiles.File], environment: [String: String?]) {
    self.files = files
    self.environment = environment
  }

  /// Reads them.
  /// - Parameter limit: how long that may take.
  init(of notebook: Notebook, within limit: Duration) throws(Fault) {
    let deadline = ContinuousClock.now + limit
    var files: [OpenedFiles.File] = []
    var errors: [Diagnostic] = []
    for input in notebook.frontMatter.inputs {
      let path = Self.path(of: input.path, beside: notebook)
      do throws(ReadingFault) {
        let content = try Fingerprint(reading: path, within: ReadingLimit(deadline: deadline))
        files.append(OpenedFiles.File(path: input.path, content: content))
      } catch {
        switch error {
        case .cancelled: throw .cancelled
        case .missing: files.append(OpenedFiles.File(path: input.path, content: nil))
        default:
          errors.append(Self.error(error, about: input, in: notebook.source(of: input), limit))
        }
      }
    }
    if !errors.isEmpty { throw .errors(errors) }
    self.files = files
    let declared = Set(notebook.frontMatter.environment)
    environment = notebook.environmentNames.reduce(into: [:]) { values, name in
      let value = ProcessInfo.processInfo.environment[name]
      // Most texts in code name no variable.
      if value != nil || declared.contains(name) { values.updateValue(value, forKey: name) }
    }
  }

  /// The paths of the files and folders that a notebook declares.
  static func paths(of notebook: Notebook) -> [String] {
    notebook.frontMatter.inputs.map { path(of: $0.path, beside: notebook) }
  }

  private static func path(of input: String, beside notebook: Notebook) -> String {
    input.hasPrefix("/")
      ? input
      : URL(filePath: notebook.source.path).deletingLastPathComponent().appending(path: input).path
  }

  private static func error(
    _ fault: ReadingFault,
    about input: FrontMatter.Path,
    in source: SourceText,
    _ limit: Duration
  ) -> Diagnostic {
    let message: String
    var help = "name under 'inputs:' only the files and folders that the cells read"
    switch fault {
    case .tooMany(let count): message = "'\(input.path)' holds more than \(count) files and folders"
    case .tooLong:
      message = "to read '\(input.path)' took longer than \(Amount.text(limit))"
      help += ", or allow more time with 'timeout:' here or '--timeout'"
    case .isOther(let kind):
      message = "'\(input.path)' is \(kind), which cannot be an input"
      help = "an input is a file or a folder"
    case .refused(let words): message = "'\(input.path)' cannot be read: \(words)"
    case .missing, .cancelled: message = "'\(input.path)' was not read"
    }
    return Diagnostic(.error, .unusableInput, message, help: help, in: source, at: input.range)
  }

  /// Warnings about files that are not there.
  static func missing(of notebook: Notebook) -> [Diagnostic] {
    notebook.frontMatter.inputs.compactMap { input in
      let path = path(of: input.path, beside: notebook)
      guard !FileStatus.isThere(path) else { return nil }
      return Diagnostic(
        .warning,
        .missingInput,
        "there is no file '\(input.path)'",
        help: input.isDefault
          ? "paths under 'defaults:' begin at the folder of \(notebook.source(of: input).path)"
          : "paths under 'inputs:' begin at the notebook's folder",
        in: notebook.source(of: input),
        at: input.range
      )
    }
  }
}

extension KeyParts {
  /// Adds what a notebook says that its cells read.
  mutating func add(_ inputs: DeclaredInputs) {
    for (name, value) in inputs.environment {
      add(.environment[name], value.map { "=" + $0 } ?? "")
    }
    for file in inputs.files { add(.input[file.path], content: file.content) }
  }
}
