import Documents
import NotebookChecks

@testable import NotebookReports

/// What came of the documents in `Cases`, by the case's name.
enum SampleReports {
  static let all: [String: @Sendable (SourceText) -> DocumentReport] = [
    "one-number": { source in
      source.report([
        source.broken(
          .output,
          "[0.0900 0.2447 0.6652]",
          marking: "0.6652",
          shown: "[0.0900 0.2447 0.6653]",
          "'0.6652' is promised here, but the cell shows '0.6653'",
          help: "run again with --accept to write what the cell shows"
        )
      ])
    },
    "value-in-comment": { source in
      source.report([
        source.broken(
          .value,
          "[0.0900 0.2447 0.6652]",
          marking: "0.6652",
          shown: "[0.0900 0.2447 0.6653]",
          "'0.6652' is promised here, but the value is '0.6653'"
        ),
        source.broken(
          .prints,
          "Hello, World",
          marking: "World",
          shown: "Hello, Swift",
          "'World' is promised here, but 'Swift' is printed"
        ),
        source.broken(
          .value,
          "3",
          after: "1 + 1  // => ",
          shown: "2",
          "'3' is promised here, but the value is '2'"
        ),
      ])
    },
    "long-difference": longDifference,
    "could-not-run": couldNotRun,
    "hostile-text": hostileText,
    "long-line": longLine,
    "all-kept": { source in
      source.report(promises: [source.promise(.value, "2"), source.promise(.output, "\n2\n")])
    },
    "nothing-promised": { source in source.report(promises: []) },
    "two-values": { source in
      source.report([
        source.broken(.text, "2.5", shown: "2.0", "'2.5' is promised, but the value is '2.0'"),
        source.broken(.text, "6.5", shown: "6.0", "'6.5' is promised, but the value is '6.0'"),
      ])
    },
  ]

  private static let longDifference: @Sendable (SourceText) -> DocumentReport = { source in
    var finding = source.broken(
      .output,
      "step   0: 1.0000\nstep   1: 0.5000\nstep   2: 0.2500\ndone",
      marking: "0.2500",
      shown: "",
      "2 of 4 promised lines are not what the cell shows"
    )
    finding.shown = "step   0: 1.0000\nstep   1: 0.5000\nstep   2: 0.2000\nstep   3: 0.1000"
    finding.difference = [
      DifferenceLine(kind: .skipped, text: "2 equal lines"),
      DifferenceLine(kind: .promised, text: "step   2: 0.2500", emphasis: [13..<14]),
      DifferenceLine(kind: .promised, text: "done", emphasis: [0..<4]),
      DifferenceLine(kind: .shown, text: "step   2: 0.2000", emphasis: [13..<14]),
      DifferenceLine(kind: .shown, text: "step   3: 0.1000", emphasis: [0..<16]),
      DifferenceLine(kind: .same, text: ""),
      DifferenceLine(kind: .same, text: "the end"),
    ]
    return source.report([finding])
  }

  private static let couldNotRun: @Sendable (SourceText) -> DocumentReport = { source in
    var report = source.report(
      promises: [source.promise(.value, "1", after: "=> "), source.promise(.output, "\n1\n")]
    )
    report.unchecked = Set(report.promises)
    report.cellsRun = 0
    let code = "let z = softmax(\"1\")\nz  // => 1\n"
    report.cells = [
      CellReport(
        range: source.range(of: "```swift\n\(code)```"),
        code: Snippet(text: code, lineOrigins: []),
        state: .failed,
        promises: report.promises
      ),
      CellReport(
        range: source.range(of: "# Broken"),
        code: Snippet(text: "", lineOrigins: []),
        state: .notChecked,
        reason: "ignore",
        isHidden: true
      ),
    ]
    report.diagnostics = [
      Diagnostic(
        .warning,
        "unknown-label",
        "nothing is labelled 'sec-nowhere'",
        help: "define it as {#sec-nowhere}",
        in: source,
        at: source.range(of: "@sec-nowhere")
      ),
      Diagnostic(
        .error,
        "compiler",
        "cannot convert value of type 'String' to expected argument type '[Double]'",
        in: source,
        at: source.range(of: "\"1\"")
      ),
      Diagnostic(.note, "slow-build", "the package was built first", path: source.path),
    ]
    return report
  }

  private static let hostileText: @Sendable (SourceText) -> DocumentReport = { source in
    source.report([
      source.broken(
        .output,
        "name\t日本語 = 1,0% & <b>",
        marking: "1,0%",
        shown: "name\t日本語 = 2,0% & <b>",
        "'1,0%' is promised here, but the cell shows '2,0%'"
      ),
      source.broken(
        .output,
        "a \u{1B}[31mred\u{1B}[0m word",
        marking: "word",
        shown: "a \u{1B}[31mred\u{1B}[0m \u{202E}e\u{301}nd \u{FFFE}",
        "the cell shows '\u{1B}[2J'\r\nwhich is not promised"
      ),
    ])
  }

  private static let longLine: @Sendable (SourceText) -> DocumentReport = { source in
    let promised = source[source.lineRange(8)]
    let shown = promised.replacing("4.1429", with: "4.1430")
    return source.report([
      source.broken(
        .output,
        promised,
        marking: "4.1429",
        shown: shown,
        "'4.1429' is promised here, but the cell shows '4.1430'"
      )
    ])
  }
}
