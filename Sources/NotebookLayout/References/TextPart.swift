import Bibliography
import Documents
import NotebookSyntax

/// A part of what a text says where it refers to something or cites it.
package indirect enum TextPart: Sendable {
  /// Words as they are.
  case words(String)
  /// Words of the author's.
  case inlines([Inline])
  /// A number that holds TeX, as a tag that the author gave.
  case number(ComposedTeX)
  /// Words of the bibliography's.
  case bibliography([BibliographyText], citedAt: SourceRange)
  /// What leads to something that has a label: the word before its number, and then what is to be read
  /// inside it (``TextContext/inside(_:)``).
  case reference(ReferredLabel, word: [TextPart], text: [TextPart])
  /// What leads to an entry of the list of references.
  case citation(key: String, [TextPart])
}

/// Something that has a label, where a text refers to it.
package struct ReferredLabel: Sendable {
  /// The label.
  package var name: String
  /// What it names.
  package var target: LabelTarget
  /// Where the text refers to it.
  package var range: SourceRange
}
