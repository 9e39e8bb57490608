#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// A stage of the program's work in which it can be kept for as long as a test likes.
  struct Stage: Sendable, CustomTestStringConvertible {
    var name: String
    /// The words behind `render`, for a shell.
    var arguments: String
    /// Writes what keeps the program in the stage.
    var prepare: @Sendable (ScratchFolder) throws -> Void
    /// Whether the stage has begun.
    var hasBegun: @Sendable (StageBegin) -> Bool

    var testDescription: String { name }

    static let all = reading + tools + programs + pages

    /// Files that are long.
    private static let reading = [
      Stage("explaining", "explain large.md", ["large.md": large]) { $0.hasRead(4_000_000) },
      Stage("planning", "plan large.md --file build.ninja", ["large.md": large]) {
        $0.hasRead(4_000_000)
      },
      Stage("printing", "plan docs > output", ["output": .pipe, "docs/\(long)": .documents(400)]) {
        $0.fills("output")
      },
      Stage(
        "reading inputs",
        "verify a.md",
        ["a.md": .text("---\ninputs: large\n---\n\n```swift\n1\n```\n"), "large": .size(1 << 40)]
      ) { $0.reads("large") },
      Stage("parsing", "large.md --no-run", ["large.md": large]) { $0.hasRead(4_000_000) },
    ]

    private static let large = StageFile.text(
      String(repeating: "*a* `b` $c$ [d](#e)\n\n", count: 200_000)
    )

    /// A name that makes a plan of a few pages longer than what a pipe holds.
    private static let long = String(repeating: "long", count: 50)

    /// Programs that are asked, and do not answer.
    private static let tools = [
      Stage(
        "scanning a folder",
        "verify docs",
        ["docs/a.md": .text("a"), "docs/.gitignore": .text("b"), "bin/git": .endless]
      ) { $0.isBegun },
      Stage("compiling", "verify a.md", ["a.md": .cell("1"), "bin/swiftc": .endless]) {
        $0.isBegun
      },
      Stage(
        "building a package",
        "verify a.md",
        [
          "a.md": .cell("import Somewhere"), "Package.swift": .text(""), "bin/swift": .endless,
          "bin/swiftc": .compiler,
        ]
      ) { $0.isBegun },
      Stage(
        "finding a trap",
        "a.md",
        [
          "a.md": .cell("let none: Int? = nil\nnone!"), "bin/llvm-symbolizer": .endless,
          "bin/swiftc": .compiler,
        ]
      ) { $0.isBegun },
    ]

    private static let programs = [
      Stage("running", "a.md --sandbox off", ["a.md": .cell(endless)]) { $0.isBegun },
      Stage(
        "running in a sandbox",
        "a.md --sandbox on",
        [
          "a.md": .text(
            "---\nenv: [BEGUN, LECTERN_TEST_SLEEP]\n---\n\n```swift\n\(endless)\n```\n"
          ),
          "lectern.yml": .text("outputs: [.]\n"),
        ]
      ) { $0.isBegun },
      Stage("verifying", "verify a.md --accept --sandbox off", ["a.md": .cell(endless)]) {
        $0.isBegun
      },
      Stage(
        "computing a stored value",
        "a.md --sandbox off",
        [
          "a.md": .cell(
            "import Foundation\nlet a = try stored(\"a\") {\n\(endlessCode)\nreturn 1\n}"
          )
        ]
      ) { $0.isBegun },
    ]

    private static let pages = [
      Stage(
        "setting formulas",
        "a.md --fresh",
        ["a.md": .text((0..<60_000).map { "$x_{\($0)}$" }.joined(separator: "\n"))]
      ) { $0.hasScriptEngine || $0.hasRead(3_000_000) },
      Stage("writing pages", "docs -o pages --fresh", ["docs": .documents(400)]) {
        $0.hasFiles(1, in: "pages")
      },
      Stage("cleaning", "clean . --store old", ["old": .store(20_000)]) {
        !$0.hasFiles(20_000, in: "old/objects/00")
      },
    ]

    /// A cell with children, in groups and sessions of their own, and with no trace of the run in
    /// their environments.
    private static let endless = "import Foundation\n" + endlessCode
    private static let endlessCode = """
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\(children) & touch \\"$BEGUN\\"; wait"]
      try shell.run()
      while true { sleep(1) }
      """

    /// Starts three generations of processes that end by themselves only when the test is long over.
    private static let children =
      "setsid sh -c 'trap \\\"\\\" HUP TERM INT; sleep $LECTERN_TEST_SLEEP & env -i setsid sleep $LECTERN_TEST_SLEEP & wait'"

    private init(
      _ name: String,
      _ arguments: String,
      _ files: [String: StageFile],
      hasBegun: @escaping @Sendable (StageBegin) -> Bool
    ) {
      (self.name, self.arguments, self.hasBegun) = (name, arguments, hasBegun)
      prepare = { folder in
        try? FileManager.default.removeItem(atPath: folder.path("begun"))
        for (name, file) in files { try file.write(to: name, in: folder) }
      }
    }
  }
#endif
