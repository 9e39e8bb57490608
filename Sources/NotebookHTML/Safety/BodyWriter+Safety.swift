import Documents
import NotebookLayout
import NotebookSyntax

/// Where raw markup stands in the notebook.
struct MarkupPlace {
  /// What holds it: a block, or the cell that shows it.
  let range: SourceRange
  /// Whether it stands there as it is written.
  private let isWritten: Bool
  /// The tag of which something was left out last, and what.
  private var last: (tag: SourceRange, removal: Removal)?

  /// A block of the notebook.
  init(_ range: SourceRange) {
    self.range = range
    isWritten = true
  }

  /// What a cell or a value shows.
  init(_ piece: ShownPiece) {
    range = piece.range
    isWritten = false
  }

  /// Where something stands that is left out. They are asked for in their order.
  mutating func place(of removal: Removal, in layout: LaidOutNotebook) -> SourceRange {
    guard isWritten else { return range }
    if let last, last.removal.tag == removal.tag, last.removal.isBefore(removal) {
      // Several things may be left out of one tag.
      self.last = (last.tag, removal)
      return removal.place(in: last.tag)
    }
    let rest = layout.notebook.source.bytes[(last?.tag.upperBound ?? range.lowerBound)...]
    guard let tag = rest[..<max(rest.startIndex, range.upperBound)].range(of: removal.tag) else {
      return layout.firstLine(of: range.lowerBound)
    }
    last = (tag, removal)
    return removal.place(in: tag)
  }
}

extension Removal {
  /// Whether another may be left out of the same tag behind it.
  fileprivate func isBefore(_ other: Removal) -> Bool {
    let (here, there) = (focus?.lowerBound ?? 0, other.focus?.lowerBound ?? 0)
    return here < there || here == there && reason != other.reason
  }

  fileprivate func place(in tag: SourceRange) -> SourceRange {
    guard let focus, !focus.isEmpty else { return tag }
    return tag.lowerBound + focus.lowerBound..<tag.lowerBound + focus.upperBound
  }
}

extension BodyWriter {
  /// Tells what of raw HTML is left out, at its place.
  mutating func report(_ removals: [Removal]) {
    guard !removals.isEmpty else { return }
    if let place = context.scope.place {
      report(removals, at: MarkupPlace(ShownPiece(range: place)))
    } else if var place = markupPlace {
      for removal in removals { report(removal, at: place.place(of: removal, in: context.layout)) }
      markupPlace = place
    }
  }

  /// Tells what of a cell's or a value's output is left out, and notes what the page's policy has to allow.
  mutating func report(
    _ findings: (removals: [Removal], sources: PolicySources),
    at place: MarkupPlace
  ) {
    // The style sheets of outputs are noted when they are kept to these.
    var sources = findings.sources
    sources.forgetStyles()
    found.sources.add(sources)
    report(findings.removals, at: place)
  }

  private mutating func report(_ removals: [Removal], at place: MarkupPlace) {
    for removal in removals { report(removal, at: place.range) }
  }

  private mutating func report(_ removal: Removal, at place: SourceRange) {
    let diagnostic = context.layout.diagnostic(
      .warning,
      .unsafeMarkup,
      removal.message,
      help: removal.help,
      at: place
    )
    // A page says the same in several places: a heading, and the contents.
    if found.removals.insert(diagnostic).inserted { found.diagnostics.append(diagnostic) }
  }

  /// Tells of an image that the page would ask another server for.
  mutating func report(imageAt address: String) {
    guard let fault = MarkupAddress(address).fault(loadedUnder: permissions),
      case .request = fault
    else { return }
    report([Removal(reason: fault, tag: Array(address.utf8), focus: nil)])
  }
}
