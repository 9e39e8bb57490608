import ArgumentParser

/// How long things take, for every command that takes its time.
struct TimingArguments: ParsableArguments {
  @Flag(help: "Print on standard error how long each stage and each document took.")
  var timings = false

  @Option(
    help: ArgumentHelp(
      "Write a trace of all stages that chrome://tracing and Perfetto open.",
      valueName: "file"
    )
  )
  var trace: String?

  func validate() throws { try NamedPath.checkWritten(trace, "--trace") }
}
