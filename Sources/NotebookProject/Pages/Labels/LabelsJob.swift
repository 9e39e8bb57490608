import Documents
import Files

/// Finding out what the notebooks of a folder label.
public struct LabelsJob: Sendable {
  /// Notebooks, and folders of them.
  public var paths: [String]
  /// How notebooks are read.
  public var files = FileView()

  /// - Parameter paths: notebooks, and folders of them.
  public init(paths: [String]) { self.paths = paths }

  /// What is told on the way.
  public enum Event: Sendable {
    /// Something that was asked for cannot be had.
    case fault(InputFault)
    /// Something about the notebooks as a whole.
    case note(Diagnostic)
    /// Something about a project file, with its text.
    case project(Diagnostic, SourceText)
  }

  /// Reads the notebooks, and runs none.
  /// - Returns: what has each label, by its name: several places where it is not clear which is meant.
  public func run(telling: (Event) -> Void) -> [String: [LabelIndex.Entry]] {
    let selection = InputSelection(paths: paths, outputFolder: "", files: files)
    for fault in selection.faults { telling(.fault(fault)) }
    for note in selection.notes { telling(.note(note)) }
    for (diagnostic, source) in selection.courses.diagnostics {
      telling(.project(diagnostic, source))
    }
    return LabelIndex(selection.whole, files: files).all
  }
}
