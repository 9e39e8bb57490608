#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("A report that cannot be written")
  struct LostReportTests {
    private let folder: ScratchFolder
    private let processes = RunProcesses()

    init() throws {
      folder = try ScratchFolder()
      try folder.write("```swift\n1  // => 2\n```\n", to: "a.md")
      try folder.write("", to: "temporary/.keep")
    }

    private func shell(_ command: String) async throws -> Program.Result {
      let environment = ["RENDER": try Program.render, "TMPDIR": folder.path("temporary")]
      return try await Program(
        "/bin/bash",
        ["-c", command],
        environment: processes.environment.merging(environment) { $1 },
        in: folder
      ).result()
    }

    @Test(
      "is told by the exit status",
      arguments: [
        "verify a.md", "verify a.md --format json", "verify a.md --format junit",
        "verify a.md --format github", "verify a.md --accept --dry-run", "plan a.md",
        "explain a.md", "explain a.md --format json", "clean a.md", "--help", "verify --help",
        "plan --version",
      ],
      [">/dev/full", ">&-"]
    )
    func lost(_ arguments: String, _ sink: String) async throws {
      let result = try await shell("\"$RENDER\" \(arguments) \(sink)")
      #expect(result.status == 74)
      #expect(result.output == "")
    }

    @Test(
      "is one of errors, too",
      arguments: ["verify a.md", "verify a.md --timings", "verify nowhere.md"],
      ["2>/dev/full", "2>&-"]
    )
    func errors(_ arguments: String, _ sink: String) async throws {
      let result = try await shell("\"$RENDER\" \(arguments) \(sink)")
      #expect(result.status == 74)
    }

    @Test(
      "ends the work as soon as nobody reads it any more, and leaves nothing",
      arguments: [
        "verify endless.md --sandbox off", "endless.md --sandbox off",
        "verify endless.md --sandbox off 2>&1",
      ]
    )
    func goneReader(_ arguments: String) async throws {
      let cell = """
        import Foundation
        _ = FileManager.default.createFile(atPath: "begun", contents: nil)
        while true { sleep(1) }
        """
      try folder.write("```swift\n\(cell)\n```\n", to: "endless.md")
      let result = try await shell(
        """
        "$RENDER" \(arguments) | while [ ! -e begun ]; do sleep 0.02; done
        exit ${PIPESTATUS[0]}
        """
      )
      #expect(result.status == 74)
      #expect(result.errors == "")
      #expect(processes.living == [])
      #expect(try folder.files(in: "temporary") == [".keep"])
    }

    @Test("is of no interest where pages are made without a word")
    func quiet() async throws {
      try folder.write("# A\n", to: "page.md")
      let result = try await shell(
        "\"$RENDER\" page.md --quiet | true; exit ${PIPESTATUS[0]}"
      )
      #expect(result.status == 0)
      #expect(try folder.files(in: "Output") == ["page.html"])
    }
  }
#endif
