import NotebookSyntax

/// A title where lists of a course show it: its code and its emphasis stay, and all else is words. A formula is its
/// TeX, as pages that list it know neither its macros nor how it is set.
package enum ShownTitle {
  package static func text(_ title: [Inline], in context: TextContext) -> [Inline] {
    var text: [Inline] = []
    for inline in context.withoutLinks(title) {
      switch inline {
      case .code: text.append(inline)
      case .emphasis(let inner): text.append(.emphasis(self.text(inner, in: context)))
      case .strong(let inner): text.append(.strong(self.text(inner, in: context)))
      case .strikethrough(let inner): text.append(.strikethrough(self.text(inner, in: context)))
      default: text.append(text: context.plainText([inline]))
      }
    }
    return text
  }
}
