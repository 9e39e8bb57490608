import Documents
import NotebookExecution

@testable import NotebookProject

/// A file `lectern.yml`, whatever stands in it, gives a project within its folder, and messages at places in it.
func fuzz(_ bytes: [UInt8]) {
  let source = SourceText(path: "course/lectern.yml", bytes: bytes)
  let project = ProjectFile(source, in: "course")
  hold(project.diagnostics, in: source)
  for output in project.outputs {
    hold(
      !output.hasPrefix("/") && !output.split(separator: "/").contains(".."),
      "programs write inside: \(output)"
    )
  }
  hold(project.allowedFlags.allSatisfy { $0.hasPrefix("-") }, "an option begins with a hyphen")
  if let range = project.chaptersRange { holdInside(range, source, "the list of chapters") }
}
