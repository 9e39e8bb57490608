import Testing

/// The program is a house: each target stands on those of the floors beneath it, and knows nothing of
/// those beside and above it.
@Suite("The floors")
struct FloorTests {
  /// The targets of each floor, from the ground up.
  private static let floors: [[String]] = [
    [
      "CIndexStore", "CMarkGFM", "Documents", "LecternTesting", "Processes", "LibrarySources",
      "Mimalloc", "Nettle",
      "NotebookDisplay",
      "Templates", "Timing", "Zlib",
    ],
    ["Bibliography", "Files", "LayerCalculus", "NotebookSyntax", "Plotting"],
    ["FormulaChecks", "NotebookPrograms", "ResultStore"],
    ["NotebookTranscript", "Typesetting"],
    ["NotebookExecution", "NotebookLayout"],
    ["NotebookChecks", "NotebookHTML", "NotebookMarkdown", "NotebookPDF"],
    ["NotebookJupyter", "NotebookReports", "NotebookSlides"],
    ["NotebookProject"],
    ["NotebookPreview"],
    ["render"],
  ]

  private func floor(of name: String) -> Int? { Self.floors.firstIndex { $0.contains(name) } }

  @Test("hold every target once")
  func complete() throws {
    let targets = try Target.all()
    #expect(targets.count > 10)
    for target in targets {
      #expect(Self.floors.joined().count { $0 == target.name } == 1, "\(target.name)")
    }
  }

  @Test("are built upwards: no target imports one that is not beneath it")
  func imports() throws {
    let targets = try Target.all()
    let names = Set(targets.map(\.name))
    for target in targets {
      let own = try #require(floor(of: target.name), "\(target.name)")
      for name in try target.imports().intersection(names) {
        let other = try #require(floor(of: name), "\(name)")
        #expect(other < own, "\(target.name) imports \(name)")
      }
    }
  }

  @Test("are told as they are: a target depends on what it imports, and on no other")
  func dependencies() throws {
    let targets = try Target.all()
    let names = Set(targets.map(\.name))
    for target in targets {
      let imports = try target.imports().intersection(names).subtracting([target.name])
      #expect(target.dependencies.intersection(names) == imports, "\(target.name)")
    }
  }

  @Test("have libraries for notebooks that stand on nothing")
  func libraries() throws {
    for target in try Target.all() where ["LayerCalculus", "Plotting"].contains(target.name) {
      #expect(target.dependencies == ["NotebookDisplay"])
    }
    #expect(try Target.all().first { $0.name == "NotebookDisplay" }?.dependencies == [])
  }
}
