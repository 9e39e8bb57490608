/// What stands at the edges of the sheets.
enum PaperStyle {
  /// The page with running heads and page numbers.
  ///
  /// - Parameters:
  ///   - title: the page's title.
  ///   - authors: those who wrote it.
  static func added(to html: [UInt8], title: String, authors: [String]) -> [UInt8] {
    let style = Array("<style>\(style(title, authors))</style>\n".utf8)
    let end = html.firstRange(of: Array("</head>".utf8))?.lowerBound ?? html.startIndex
    return html[..<end] + style + html[end...]
  }

  private static func style(_ title: String, _ authors: [String]) -> String {
    """
    @page { size: A4; margin: 2.2cm 2cm 2.4cm;
    @top-left { content: \(string(title)); \(look) }
    @top-right { content: \(string(authors.joined(separator: ", "))); \(look) }
    @bottom-center { content: counter(page) " / " counter(pages); \(look) } }
    @page :first { @top-left { content: none } @top-right { content: none } }
    """
  }

  private static let look = "font: 8pt system-ui, sans-serif; color: #5b626c;"

  /// A text as a string of CSS, which ends neither the string nor the style.
  private static func string(_ text: String) -> String {
    var string = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": string += "\\\(String(scalar.value, radix: 16)) "
      case _ where scalar.value < 0x20: string += " "
      default: string.unicodeScalars.append(scalar)
      }
    }
    return string + "\""
  }
}
