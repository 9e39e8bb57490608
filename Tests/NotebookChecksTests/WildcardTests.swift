import Testing

@testable import NotebookChecks

@Suite("[...] in a promise")
struct WildcardTests {
  private func holds(_ promised: String, _ actual: String) -> Bool {
    TextComparison().difference(promised: promised, actual: actual) == nil
  }

  @Test(
    "within a line it stands for anything on that line",
    arguments: [
      ("a [...] d", "a b c d"), ("a [...] d", "a d"), ("a [...]", "a"), ("[...] d", "a b d"),
      ("x [...] y [...] z", "x y y 1 z"), ("[1, [...], 9]", "[1, 2, 3, 9]"),
      ("a [...] b [...] b", "a b b"), ("took [...]s", "took 1.25s"), ("0x[...]", "0x7fff12"),
      ("<A: 0x[...]>", "<A: 0x7f>"), ("/tmp/[...]/x.txt", "/tmp/a/b/x.txt"), ("v[...].0", "v2.0"),
      ("a[...]b", "ab"), ("a[...]b[...]c", "abbc"), ("[...]-5", "x-5"), ("[...]-5", "x -5"),
      ("0.66[...]", "0.6652"), ("p = [...]%", "p = 95.2%"),
      ("loss 0.52 [...]", "loss 0.5217 (3 s)"),
      ("a [...] a [...] c", "a b a a c"), ("[...]b[...]", "aabaa"), ("x [...]\ny", "x 1 2\ny"),
      ("[...] 0.5 [...]", "0.1 0.2 0.504 1"), ("[...]\n[...] b", "1\n2\na b"),
    ]
  )
  func withinLine(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
  }

  @Test(
    "it goes no further than its line",
    arguments: [
      ("a [...] d", "a b\nc d"), ("a [...] d", "a b c"), ("a [...]", "a\nb"), ("a [...]", "b"),
      ("a [...] b [...] b", "a b"), ("took [...]s", "took 1.25 ms x"), ("a[...]b[...]b", "ab"),
      ("a [...] d", "ad"), ("x [...] z", "x y z z2"), ("0.66[...]", "0.6452"), ("[...] 0.5", "0.7"),
    ]
  )
  func endOfLine(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test(
    "alone on a line it stands for any number of lines",
    arguments: [
      ("[...]", "anything at all\n2"), ("[...]", ""), ("a\n[...]\nd", "a\nb\nc\nd"),
      ("a\n  [...]  \nd", "a\nd"), ("a\n[...]", "a"), ("[...]\nb", "1\n2\nb"),
      ("a\n[...]\nb\nc\n[...]\nd", "a\nb\nb\nc\nx\nd"), ("[...]\na b\n[...]", "1\na\nb\n2"),
      ("[...]\n[...]", "1"), ("[...]\nx [...] 1\n[...]", "a\nx 2\nx y 1\nb"),
      ("a\n[...]\nb\n[...]\nb", "a\nb\nb"), ("[...]\n0.5\n0.6\n[...]", "0.5\n0.5\n0.6\n0.7"),
      ("[...]\na b\na c\n[...]", "a\nb\na b\na b\na c\n"), ("[...]\na a b\n[...]", "a\na\na\nb\n"),
    ]
  )
  func lines(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
  }

  @Test(
    "what stands around it must be there",
    arguments: [
      ("a\n[...]\nd", "a\nb\nc"), ("a\n[...]", "b\na"), ("[...]\nb", "a\nb\nc"),
      ("[...]\nb\n[...]\nb", "b"), ("[...]\nfoo\n[...]", "a\nb foo\nc"),
      ("a\n[...]\nb\n[...]\nb", "a\nb"), ("a\n[...]", "a b"), ("[...]\nx\n[...]", ""),
      ("a\n[...]\na", "a"), ("[...]\na b\na c\n[...]", "a b\na d\na b"),
    ]
  )
  func missing(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test(
    "the difference is told where the promise holds the longest",
    arguments: [
      ("[...]\na\nb\n[...]", "x\na\nc\na", "b", "c"), ("a [...] d", "a b c", "d", "c"),
      ("a\n[...]\nz", "a\nb", "z", "b"), ("a\n[...]", "a b", "a", "a b"),
      ("[...]\nx 1 [...]\n[...]", "x 2\ny", "1", "2"),
    ]
  )
  func difference(_ promised: String, _ actual: String, _ wanted: String, _ came: String) throws {
    let found = try #require(TextComparison().difference(promised: promised, actual: actual))
    #expect(found.promisedText == wanted)
    #expect(found.actual == came)
  }
}
