import NotebookReports

extension Terminal {
  /// Where reports go.
  var sink: ReportSink {
    ReportSink(
      writeOutput: writeOutput,
      writeError: writeError,
      hasColor: hasColor,
      isQuiet: isQuiet
    )
  }
}
