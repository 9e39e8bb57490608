import Documents

/// A place of the source that names a label, and how it does so.
struct LabelUse {
  enum Notation {
    /// `@eq-softmax`
    case mention
    /// `\ref{eq-softmax}`
    case ref
    /// `\eqref{eq-softmax}`
    case eqref

    /// A reference to a label in this notation, or in one that can name it.
    func reference(to name: String) -> String {
      switch self {
      case .mention: Label.kind(ofName: name) == nil ? #"\eqref{\#(name)}"# : "@\(name)"
      case .ref: #"\ref{\#(name)}"#
      case .eqref: #"\eqref{\#(name)}"#
      }
    }
  }

  var name: String
  var range: SourceRange
  var notation: Notation
}

extension NotebookBuilder {
  /// A mention by itself: a reference, or a citation as part of the sentence.
  mutating func inline(_ extra: Extra, _ mention: Mention) -> Inline {
    let range = extra.range.lowerBound + (mention.isShort ? 1 : 0)..<extra.range.upperBound
    let text = extra.content.text
    guard mention.isLabel else {
      let item = Citation.Item(
        key: text.normalized,
        range: range,
        prefix: [],
        suffix: [],
        omitsAuthors: mention.isShort
      )
      return .citation(Citation(items: [item], isNarrative: true, range: extra.range))
    }
    let target = Reference.Target(
      name: (Label.name(ofMention: text) ?? text).normalized,
      range: range
    )
    found.labelUses.append(LabelUse(name: target.name, range: range, notation: .mention))
    return .reference(
      Reference(
        targets: [target],
        form: mention.isShort ? .number : .wordAndNumber,
        range: extra.range
      )
    )
  }

  /// `\ref{…}` or `\eqref{…}`.
  mutating func reference(_ extra: Extra, _ form: Reference.Form) -> Reference {
    let name = extra.content.text
    let start = extra.content.origin(of: 0)
    let target = Reference.Target(
      name: name.normalized,
      range: start..<start + name.utf8.count
    )
    found.labelUses.append(
      LabelUse(name: target.name, range: target.range, notation: form == .number ? .ref : .eqref)
    )
    return Reference(targets: [target], form: form, range: extra.range)
  }
}
