import Documents
import NotebookSyntax
import Testing

@testable import NotebookPrograms

@Suite("Programs that belong to their folder")
struct FolderDependenceTests {
  @Test(
    "are those that may read by relative paths or ask for it",
    arguments: [
      ("print(1)", false),
      ("import LayerCalculus\nsoftmax([1, 2])", false),
      ("import Foundation\nprint(sqrt(2.0), exp(1.0), String(format: \"%.2f\", 1.0))", false),
      ("import Foundation\nprint(try contents(of: \"a.txt\"))", false),
      ("import Foundation\nvar a = [1]\na.append(contentsOf: [2])", false),
      ("import Foundation\nstruct P { var open = 1 }\nP().open", false),
      ("import Foundation\nprint(try String(contentsOfFile: \"a\", encoding: .utf8))", true),
      ("import Plotting\nprint(try String(contentsOfFile: \"a\", encoding: .utf8))", true),
      ("import Foundation\nlet d = try Data(contentsOf: .init(fileURLWithPath: \"a\"))", true),
      ("import Foundation\nprint(FileManager.default.currentDirectoryPath)", true),
      ("import Foundation\nlet here = getcwd(nil, 0)", true),
      ("import Foundation\nlet folder = opendir(\".\")", true),
      ("import Foundation\nprint(Bundle.main.bundlePath)", true),
      ("import Foundation\nlet p = Process()", true),
      ("import Foundation\nprint(ProcessInfo.processInfo.environment)", true),
      ("import Glibc\nprint(open(\"a\", O_RDONLY))", true),
      ("#if canImport(Foundation)\nimport Foundation\n#endif\nlet f = fopen(\"a\", \"r\")", true),
      ("@_silgen_name(\"getcwd\") func here(_ p: Int, _ n: Int) -> Int", true),
      ("import Shapes\nlet s = Square(side: 2)", true),
      ("import Shapes\n3.load()", true),
    ]
  )
  func belonging(_ code: String, _ belongs: Bool) {
    let source = SourceText(path: "a.md", text: "```swift\n\(code)\n```\n")
    let plans = ProgramPlan.plans(of: ParsedNotebook(NotebookParser.parse(source)))
    #expect(plans.flatMap(\.pieces).belongToFolder == belongs)
  }
}
