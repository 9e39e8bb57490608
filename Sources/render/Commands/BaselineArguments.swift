import ArgumentParser
import NotebookProject

/// What is done with findings that are known.
struct BaselineArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Findings that are known, and no failure; 'baseline:' in lectern.yml if not given.",
      valueName: "file"
    )
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Note all that is wrong now, to be known from now on. What the file knows of documents that are not "
        + "checked now stays.",
      valueName: "file"
    )
  )
  var writeBaseline: String?

  @Flag(help: "Take findings that are gone out of the baseline.")
  var pruneBaseline = false

  func validate() throws {
    try NamedPath.check(baseline, "--baseline", takes: "a file")
    try NamedPath.checkWritten(writeBaseline, "--write-baseline")
    if writeBaseline != nil, baseline != nil {
      throw ValidationError("--write-baseline and --baseline exclude each other.")
    }
    if writeBaseline != nil, pruneBaseline {
      throw ValidationError(
        "--write-baseline leaves out what is gone; --prune-baseline is not needed."
      )
    }
  }

  /// Whether a baseline is written or changed.
  var writes: Bool { writeBaseline != nil || pruneBaseline }

  var use: BaselineUse {
    var use = BaselineUse()
    use.path = baseline
    use.writtenPath = writeBaseline
    use.prunes = pruneBaseline
    return use
  }
}
