import NotebookTranscript
import Testing

@testable import NotebookTranscript

@Suite("What a terminal would leave of a text")
struct TerminalTextTests {
  @Test(
    "commands and what is written over are gone, all text stays",
    arguments: [
      ("plain é→\n", "plain é→\n"), ("", ""), ("tab\tstays\n\n", "tab\tstays\n\n"),
      // Colours, cursor modes, character sets, keypads.
      ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("\u{1B}[38;5;1mé", "é"),
      ("\u{1B}[?25lhidden\u{1B}[?25h", "hidden"), ("\u{1B}(Bx\u{1B})0y\u{1B}%Gz", "xyz"),
      ("\u{1B}=a\u{1B}>b\u{1B}cc", "abc"), ("\u{1B}#8x", "x"),
      // An escape that begins nothing.
      ("\u{1B}", ""), ("\u{1B}é", "é"), ("\u{1B}[", ""), ("\u{1B}[é", "é"), ("a\u{1B}\nb", "a\nb"),
      ("\u{1B}[31\nb", "\nb"), ("end\u{1B}", "end"),
      // Commands with a text: OSC, DCS, APC, PM, SOS.
      ("\u{1B}]0;title\u{7}x", "x"),
      ("\u{1B}]8;;http://a\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{1B}Pq#0!10~\u{1B}\\x", "x"), ("\u{1B}_app\u{1B}\\x", "x"), ("\u{1B}^pm\u{1B}\\x", "x"),
      ("\u{1B}Xsos\u{1B}\\x", "x"), ("\u{1B}]0;open\nnext", "\nnext"),
      ("\u{1B}Popen\nnext", "\nnext"),
      ("\u{1B}_open\r\nnext", "\nnext"), ("\u{1B}]0;a\u{1B}[31mred", "red"),
      ("\u{1B}]0;a\u{18}b", "b"),
      // The same in the control characters of eight-bit terminals.
      ("\u{9B}31mred", "red"), ("\u{9D}0;title\u{9C}x", "x"), ("\u{90}q\u{1B}\\x", "x"),
      ("\u{9F}a\nb", "\nb"),
      ("a\u{85}b", "a\nb"), ("a\u{9C}b\u{80}c", "abc"),
      // Writing over.
      ("a\r\nb", "a\nb"), ("10%\r20%", "20%"), ("100%\r20%", "20%%"), ("a\rb\rc\n", "c\n"),
      ("[#  ]\r[## ]\r[###]\ndone\n", "[###]\ndone\n"), ("abc\u{8}\u{8}X", "aXc"), ("\u{8}a", "a"),
      ("working...\r\u{1B}[Kdone", "done"), ("working...\r\u{1B}[2Kok", "ok"),
      ("abc\u{1B}[1Kd", "   d"),
      ("50%\u{1B}[3D60%", "60%"), ("abc\u{1B}[1Gx", "xbc"), ("a\u{1B}[3Cb", "a   b"),
      ("abc\u{1B}[2D\u{1B}[P", "ac"),
      ("a\r", "a"), ("text\r\n", "text\n"), ("\u{1B}7ab\u{1B}8c", "cb"),
      ("save\u{1B}7d\u{1B}8", "saved"),
      // Lines above.
      ("one\ntwo\u{1B}[1A\rONE\n", "ONE\ntwo"), ("a 1\nb 1\n\u{1B}[2Aa 2\nb 2\n", "a 2\nb 2\n"),
      ("a\nb\n\u{1B}[2F\u{1B}[Jc\n", "c\n"), ("a\u{1B}[99Ab", "ab"),
      // A screen's size is not known.
      ("\u{1B}[2J\u{1B}[Ha", "a"), ("a\u{1B}[10;5Hb", "ab"),
      // What cannot be seen otherwise.
      ("a\u{1}b\u{7F}c", "a\u{FFFD}b\u{FFFD}c"), ("bell\u{7}", "bell"),
    ]
  )
  func reading(_ written: String, _ plain: String) {
    #expect(TerminalText.plain(written) == plain, "\(written.debugDescription)")
    #expect(TerminalText.plain(plain) == plain)
  }

  @Test("time grows with the text, whatever is never closed")
  func unclosed() {
    #expect(TerminalText.plain(String(repeating: "\u{1B}]0;", count: 50_000)).isEmpty)
    #expect(TerminalText.plain(String(repeating: "\u{1B}[", count: 50_000)).isEmpty)
    #expect(TerminalText.plain(String(repeating: "\u{1B}[9999C", count: 50_000)).isEmpty)
    let bar = String(repeating: "#\r", count: 100_000)
    #expect(TerminalText.plain(bar) == "#")
  }
}
