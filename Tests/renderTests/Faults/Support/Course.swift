import Foundation
import TestSupport
import Testing

/// A small folder of notebooks. Each of its versions differs from the one before in one thing.
struct Course {
  enum Version: Int, CaseIterable {
    case first, sentence, formula, cell, number, chart, image

    /// The version that follows, after the last one the first.
    var next: Version { Version(rawValue: rawValue + 1) ?? .first }
  }

  private let version: Version

  /// The notebooks and what they show, by their names.
  static func files(_ version: Version) -> [String: String] {
    let course = Course(version: version)
    var files = [
      "a.md": course.computed, "b.md": course.set, "c.md": course.drawn, "dot.svg": course.dot,
    ]
    for (number, name) in ["d", "e", "f"].enumerated() { files["\(name).md"] = prose(number) }
    return files
  }

  /// Writes a version over an earlier one.
  static func write(_ version: Version, to folder: ScratchFolder) throws {
    for (name, text) in files(version) { try folder.write(text, to: "course/\(name)") }
  }

  /// What a whole run makes from nothing.
  static func pages(_ version: Version) async throws -> Snapshot {
    try await made[version.rawValue].value
  }

  private static let made = Version.allCases.map { version in
    Task {
      let folder = try ScratchFolder()
      try write(version, to: folder)
      let result = try await Program.render("--fresh", "course", in: folder)
      try #require(result.status == 0, "\(result.errors)")
      return Snapshot(of: folder.path("Output"))
    }
  }

  private func from(_ version: Version, _ new: String, before old: String) -> String {
    self.version.rawValue >= version.rawValue ? new : old
  }

  private var computed: String {
    """
    # Computed

    ## Numbers {#sec-computed}

    \(from(.sentence, "The sum of three numbers.", before: "Three numbers."))

    ```swift
    let numbers = [1.0, 2.0, \(from(.cell, "4.5", before: "3.5"))]
    numbers.reduce(0, +)
    ```

    The last is `{swift} numbers[2]`, its double $x = \\swift{numbers[2] * 2}$. See @eq-circle in
    @sec-circle and [there](b.md).

    """
  }

  private var set: String {
    """
    # Set

    \(from(.number, "## Before\n\n", before: ""))## A circle {#sec-circle}

    $$\\sin^2 x + \\cos^2 x = \(from(.formula, "e^0", before: "1"))$$ {#eq-circle}

    ![A dot](dot.svg)

    """
  }

  private var drawn: String {
    """
    # Drawn

    ```swift label=fig-line caption="A line"
    import Plotting
    Chart { Line(x: [0, 1, 2], y: [0, 1, \(from(.chart, "5", before: "4"))]) }
    ```

    @fig-line is straight, or not; @sec-computed has numbers.

    """
  }

  /// An image whose versions have the same size.
  private var dot: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
      <circle cx="4" cy="4" r="\(from(.image, "3", before: "4"))"/>
    </svg>

    """
  }

  private static func prose(_ number: Int) -> String {
    "# Prose\n\n"
      + String(repeating: "Chapter \(number) has words and $x_\(number)$.\n\n", count: 20)
  }
}
