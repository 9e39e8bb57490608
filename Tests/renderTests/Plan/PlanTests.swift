import Foundation
import TestSupport
import Testing

@Suite("Plans")
struct PlanTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("are printed where no file is named, with the same options for every page")
  func printed() async throws {
    try folder.write("# A\n", to: "n/a.md")
    let result = try await Program.render(
      "plan",
      "n",
      "-o",
      "Site",
      "--no-run",
      "-O",
      "--swift-version",
      "6",
      "--jobs",
      "3",
      "--store",
      "my store",
      in: folder
    )
    #expect(result.status == 0)
    #expect(
      result.output.replacing(try Program.render, with: "render")
        .replacing(/\S*\/debug\/render/, with: "render") == """
          # Written by 'render plan'; write it anew when notebooks come or go.
          ninja_required_version = 1.5

          pool notebooks
            depth = 3

          rule page
            command = render --root=n --output=Site --no-run --swift-version=6 -O \
          '--store=my store' --jobs=1 --quiet --if-changed $form --depfile=$out.d -- $in $links
            depfile = $out.d
            deps = gcc
            restat = 1
            pool = notebooks
            description = render $in

          rule copy
            command = cp -f -- $in $out
            description = copy $out

          build Site/a.html: page n/a.md | render

          build all: phony Site/a.html

          default all

          """
    )
    #expect(try folder.files().filter { !$0.hasPrefix(".") } == ["n/a.md"])
  }

  @Test("know a course's own file, which is printed when one of its chapters was")
  func courseFile() async throws {
    try folder.write("chapters: [a.md]\n", to: "n/lectern.yml")
    try folder.write("# A\n", to: "n/a.md")
    let result = try await Program.render("plan", "n", "--to=pdf,html", in: folder)
    #expect(result.errors == "")
    let line = result.output.split(separator: "\n").first { $0.contains(": site ") } ?? ""
    let sides = line.split(separator: ": site ")
    #expect(sides.first?.contains("Output/course.pdf") == true, "\(line)")
    #expect(sides.last?.contains("Output/a.pdf") == true, "\(line)")
    #expect(sides.last?.contains("Output/a.html") == false, "\(line)")
  }

  @Test("are not made where something is missing, or has a name that ninja cannot read")
  func faults() async throws {
    try folder.write("# A\n", to: "n/a.md")
    try folder.write("# A\n", to: "odd/why?.md")
    for (arguments, status, message) in [
      (["n", "gone.md"], 66, "gone.md: error: there is no such file or folder\n"),
      (["n", "--template", "gone"], 66, "gone: error: there is no such template\n"),
      (
        ["odd"], 1,
        "odd/why?.md: error: ninja cannot read a file's name with '?' in it; rename it\n"
      ),
      (
        ["n", "--file", "n/a.md/x"], 74,
        "n/a.md/x: error: the plan cannot be written: Not a directory\n"
      ),
    ] {
      let all = ["plan"] + arguments
      let result = try await Program(Program.render, all, in: folder).result()
      #expect(result.status == status)
      #expect(result.errors == message)
      #expect(result.output == "")
    }
  }

  @Test("copy two files of one name to two places, and one file for several pages once")
  func sameName() async throws {
    for name in ["one", "two"] {
      try folder.write("[p](p.txt), [q](../q.txt)\n", to: "\(name)/\(name).md")
      try folder.write("![p](p.txt)\n", to: "\(name)/again.md")
      try folder.write(name, to: "\(name)/p.txt")
    }
    let result = try await Program.render("plan", "one", "two/two.md", in: folder)
    #expect(result.status == 0)
    let copies = result.output.matches(of: /build (\S+): copy (\S+)/).map { ($0.1, $0.2) }
    #expect(copies.map(\.1) == ["one/p.txt", "two/p.txt"])
    #expect(Set(copies.map(\.0)).count == 2)
  }

  @Test("leave images alone that lie beside the page already")
  func imageInPlace() async throws {
    try folder.write("![p](p.png)\n", to: "n/a.md")
    try folder.write("picture", to: "n/p.png")
    let result = try await Program.render("plan", "n", "-o", "n", "--images=copy", in: folder)
    #expect(result.status == 0)
    #expect(!result.output.contains(": copy "))
  }

  @Test("explain themselves")
  func help() async throws {
    let result = try await Program.render("plan", "--help", in: folder)
    #expect(result.status == 0)
    #expect(result.output.contains("render plan course --file build.ninja"))
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
