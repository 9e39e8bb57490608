import Documents
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

/// The richest form of what a cell shows, in which a page shows it below the cell.
package enum ShownForm {
  case vegaLite(String)
  case svg(String)
  case html(String)
  case latex(String)
  case markdown(String)

  /// `nil` where there is only text, or text is preferred.
  package init?(_ bundle: DisplayBundle) {
    guard !bundle.prefersPlain else { return nil }
    if let specification = bundle[.vegaLite] {
      self = .vegaLite(specification)
    } else if let image = bundle[.svg] {
      self = .svg(image)
    } else if let markup = bundle[.html] {
      self = .html(markup)
    } else if let tex = bundle[.latex] {
      self = .latex(tex)
    } else if let markdown = bundle[.markdown] {
      self = .markdown(markdown)
    } else {
      return nil
    }
  }
}

/// The form in which a value stands in running text.
package enum ShownInline {
  case html(String)
  case latex(String)
  case markdown([Inline])
  case plain(String)
}

/// What showed a value, for messages about the value.
package struct ShownPiece {
  /// Where the cell or the expression stands.
  package var range: SourceRange
  /// The expression, where the value stands in the text.
  package var expression: String?

  /// A cell.
  package init(range: SourceRange) {
    self.range = range
  }

  /// A value in the text.
  package init(_ value: InlineValue) {
    range = value.range
    expression = value.expression.text
  }
}

extension TextContext {
  /// What an expression in the text came to; `nil` where it was not run.
  private func shownValue(of value: InlineValue) -> DisplayBundle? {
    var printed = ""
    for item in output(ofValue: value.id).reversed() {
      switch item {
      case .value(let bundle): return bundle
      case .text(let text, .standardOutput): printed = text + printed
      case .text: break
      }
    }
    let text = printed.trimmingWhiteSpace
    return text.isEmpty ? nil : DisplayBundle(plain: String(text), prefersPlain: true)
  }

  /// The form in which an expression in running text is shown; `nil` where it was not run.
  package func shownInline(_ value: InlineValue) -> ShownInline? {
    guard let bundle = shownValue(of: value) else { return nil }
    if !bundle.prefersPlain {
      if let markup = bundle[.html] { return .html(markup) }
      if let tex = Self.inlineTeX(of: bundle) { return .latex(tex) }
      if let markdown = bundle[.markdown] {
        let blocks = NotebookParser.parseFragment(markdown, path: layout.path)
        if case .paragraph(let inlines)? = blocks.first?.content, blocks.count == 1 {
          return .markdown(inlines)
        }
      }
    }
    return Self.inlineTeX(of: bundle).map(ShownInline.latex) ?? .plain(bundle.plain.withMinusSign)
  }

  /// The words alone of what an expression came to; `nil` where it was not run.
  func plainText(of value: InlineValue) -> String? {
    shownValue(of: value)?.plain.withMinusSign
  }

  /// The TeX by which a value is shown within running text; `nil` for one that is shown otherwise.
  func shownTeX(of value: InlineValue) -> String? {
    shownValue(of: value).flatMap(Self.inlineTeX)
  }

  private static func inlineTeX(of bundle: DisplayBundle) -> String? {
    guard let tex = bundle[.latex] else { return nil }
    if !bundle.prefersPlain { return bundle[.html] == nil ? tex : nil }
    // A power of ten is set, as `1.50e-07` is for programs.
    return tex.contains(#"\times"#) ? tex : nil
  }

  /// TeX that a cell or an expression shows.
  package func shownTeX(_ tex: String, of piece: ShownPiece) -> ComposedTeX {
    ComposedTeX(tex, .value(piece.range, expression: piece.expression, tex: tex))
  }

  /// The TeX of a formula, with its values.
  package func tex(of formula: Formula) -> ComposedTeX {
    if let place = scope.place, !scope.knowsValues {
      return ComposedTeX(formula.tex.text, .text(place))
    }
    return ComposedTeX(formula) { value in
      shownValue(of: value).map { $0[.latex] ?? TeX.text($0.plain) }
    }
  }
}

extension String {
  /// The text with a minus sign instead of the hyphen before a number.
  fileprivate var withMinusSign: String {
    guard first == "-", dropFirst().first?.isNumber == true else { return self }
    return "−" + dropFirst()
  }

  /// The text without white space and line ends on either side.
  package var trimmingWhiteSpace: Substring {
    let head = drop(while: \.isWhitespace)
    return head.lastIndex { !$0.isWhitespace }.map { head[...$0] } ?? ""
  }
}
