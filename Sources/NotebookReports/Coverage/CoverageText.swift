import Foundation
import NotebookChecks
import NotebookTranscript

/// How much documents use of what a package offers, for people.
struct CoverageText {
  private let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  /// The lines: a line of cells, a line of symbols, and those that no verified cell uses.
  var text: String {
    let cells = coverage.cells
    var lines = [
      "cells: \(cells.all), of them \(cells.compiled) compiled, \(cells.run) run, "
        + "\(cells.promised) promised, \(cells.notChecked) not checked"
    ]
    let unused = coverage.unused
    let used = coverage.symbols.count - unused.count
    let percent = coverage.percent.map { " (\(Self.text(of: $0)))" } ?? ""
    lines.append(
      "coverage: \(used) of \(coverage.symbols.count) public symbols are used by verified cells\(percent)"
    )
    for symbol in unused {
      lines.append(
        "  \(Self.shown(symbol.path)):\(symbol.line):\(symbol.column): \(symbol.module): "
          + "no verified cell uses the \(symbol.kind) '\(symbol.name)'"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// A part of a hundred, never rounded up: 100 % is all.
  static func text(of percent: Double) -> String {
    String(format: "%.1f %%", (percent * 10).rounded(.down) / 10)
  }

  /// A path from the current folder on, where it lies within.
  static func shown(_ path: String) -> String { FolderPath.current.relativePath(of: path) ?? path }
}

extension Coverage {
  /// That it is less than a minimum; `nil` where it is not.
  package func fault(below minimum: Double) -> String? {
    guard !reaches(minimum), let percent else { return nil }
    let least = String(format: "%g", minimum)
    return "error: verified cells use \(CoverageText.text(of: percent)) of the public symbols, and "
      + "at least \(least) % is asked for"
  }
}
