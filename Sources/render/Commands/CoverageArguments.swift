import ArgumentParser

/// How much of what a package offers is to be used by examples.
struct CoverageArguments: ParsableArguments {
  @Flag(
    help:
      "Tell how many cells are compiled, run and promised, and which public symbols no verified cell uses."
  )
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "Count the public symbols of this module alone; may be given several times.",
      valueName: "module"
    )
  )
  var coverageModule: [String] = []

  @Option(
    help: ArgumentHelp(
      "Fail where verified cells use less of the public symbols.",
      valueName: "percent"
    )
  )
  var coverageMinimum: Double?

  @Option(
    help: ArgumentHelp(
      "Write how much they use as JSON for a badge of shields.io.",
      valueName: "file"
    )
  )
  var coverageBadge: String?

  func validate() throws {
    try NamedPath.checkWritten(coverageBadge, "--coverage-badge")
    if let coverageMinimum, !(0...100).contains(coverageMinimum) {
      throw ValidationError(
        "--coverage-minimum takes a number from 0 to 100, not '\(coverageMinimum)'."
      )
    }
  }

  /// Whether it is told.
  var isWanted: Bool {
    coverage || coverageMinimum != nil || coverageBadge != nil || !coverageModule.isEmpty
  }

  var goal: CoverageGoal { CoverageGoal(minimum: coverageMinimum, badgePath: coverageBadge) }
}
