import Documents

/// What one pair of brackets says.
extension MentionGroups {
  /// A part of a bracket between semicolons.
  private struct Part {
    var before: [Element] = []
    /// The first mention.
    var mention: Inline?
    var after: [Element] = []

    /// Adds what stands behind, with the semicolon between.
    mutating func append(_ other: Part, depth: Int) {
      if mention == nil {
        before += [.semicolon(depth: depth)] + other.before
        mention = other.mention
        after = other.after
      } else {
        after += [.semicolon(depth: depth)] + other.before
      }
    }
  }

  /// What the elements between two brackets are together; `nil` where they are only text.
  mutating func group(_ content: [Element], depth: Int) -> Inline? {
    var brackets: SourceRange?
    var hasLabel = false
    var hasKey = false
    for case .mention(let inline, let mention, depth: depth) in content {
      if brackets == nil, case .around(let range) = mention.brackets { brackets = range }
      if case .reference = inline { hasLabel = true } else { hasKey = true }
    }
    guard let brackets else { return nil }
    let parts = parts(content, depth: depth)
    let labels = parts.count { if case .reference? = $0.mention { true } else { false } }
    if hasLabel, hasKey, labels > 0 {
      reportMixture(brackets)
      return nil
    }
    return hasKey ? citation(parts, brackets) : reference(parts, brackets)
  }

  /// The parts with a mention each. Semicolons elsewhere are the author's own.
  private func parts(_ content: [Element], depth: Int) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    func finish() {
      if let last = parts.indices.last, part.mention == nil || parts[last].mention == nil {
        parts[last].append(part, depth: depth)
      } else {
        parts.append(part)
      }
      part = Part()
    }
    for element in content {
      switch element {
      case .semicolon(depth: depth): finish()
      case .mention(let inline, _, depth: depth) where part.mention == nil: part.mention = inline
      default: part.mention == nil ? part.before.append(element) : part.after.append(element)
      }
    }
    finish()
    return parts
  }

  /// `[see @a, p. 3; @b]`
  private mutating func citation(_ parts: [Part], _ range: SourceRange) -> Inline? {
    var items: [Citation.Item] = []
    for part in parts {
      guard case .citation(let citation)? = part.mention, var item = citation.items.first else {
        return nil
      }
      item.prefix = inlines(part.before).trimmed
      item.suffix = suffix(part.after)
      items.append(item)
    }
    let citation = Citation(items: items, isNarrative: false, range: range)
    citations.append(citation)
    return .citation(citation)
  }

  /// `[Eqs. @eq-a; @eq-b]`: only labels, with words before the first.
  private mutating func reference(_ parts: [Part], _ range: SourceRange) -> Inline? {
    var targets: [Reference.Target] = []
    var form = Reference.Form.wordAndNumber
    for (index, part) in parts.enumerated() {
      guard case .reference(let reference)? = part.mention, part.after.allSatisfy(\.isSpace),
        index == 0 || part.before.allSatisfy(\.isSpace)
      else { return nil }
      if index == 0 { form = reference.form }
      targets += reference.targets
    }
    let prefix = inlines(parts[0].before).trimmed
    return .reference(
      Reference(targets: targets, form: form, prefix: prefix.isEmpty ? nil : prefix, range: range)
    )
  }

  private mutating func reportMixture(_ range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .error,
        .mixedCitation,
        "labels of the document and works of its bibliography stand in one pair of brackets",
        help: "give the labels brackets of their own",
        in: source,
        at: range
      )
    )
  }
}

extension MentionGroups.Element {
  fileprivate var isSpace: Bool {
    switch self {
    case .text(let text): text.utf8.allSatisfy(\.isASCIIWhitespace)
    case .inline(let inline): inline.isSpace
    case .mention, .semicolon: false
    }
  }
}
