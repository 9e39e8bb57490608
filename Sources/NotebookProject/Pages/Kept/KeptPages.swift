import Documents
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import ResultStore
import Synchronization
import Typesetting

/// The records of pages by what they are made from, so that a page is left as it is where all of that is
/// as it was.
///
/// A record is found by the notebook's bytes, the options and the tools, all of which are known before
/// the notebook is parsed. It names the rest: what was read, asked for and looked up on the way.
final class KeptPages: Sendable {
  private let use: StoreUse
  /// What all pages are made with; `nil` where tools are missing or may be changing. It is looked at
  /// when the first page needs it.
  private let tools: Mutex<KeyParts??>
  private let look: @Sendable () -> KeyParts?

  /// - Parameters:
  ///   - use: where the records are kept.
  ///   - runner: what runs the notebooks; `nil` where none is run.
  ///   - typesetter: what sets formulas and charts.
  ///   - template: the template in place of the built-in one.
  ///   - typesetting: where formulas and charts are set; `nil` for what each notebook says.
  ///   - images: where pages have their images; `nil` for what each notebook says.
  ///   - form: the form of the pages, and what is wanted of it.
  init(
    _ use: StoreUse,
    runner: NotebookRunner?,
    typesetter: Typesetter,
    template: SiteOptions.Template?,
    typesetting: TypesettingMode?,
    images: ImagePlacement?,
    form: (PageForm, FormSettings)
  ) {
    self.use = use
    tools = Mutex(nil)
    look = {
      guard let program = ThisProgram.stamp, let setting = typesetter.toolsKey else { return nil }
      var parts = KeyParts(kind: .page)
      parts.add(.running, "\(runner != nil)")
      if let runner {
        guard let tools = runner.toolsParts else { return nil }
        parts.add(partsOf: tools)
      }
      parts.add(.program, program)
      parts.add(.setting, setting)
      parts.add(.math, typesetting?.rawValue ?? "")
      parts.add(.images, images?.rawValue ?? "")
      parts.add(.form, texts: [form.0.rawValue] + form.0.words(of: form.1) + form.0.tools)
      parts.add(.template, texts: template.map { [$0.path, $0.text] } ?? [])
      return parts
    }
  }

  /// The record of a notebook's page, which may not hold any more; `nil` where there is none.
  func candidate(of document: ReadDocument, _ input: NotebookInput) -> PageRecord? {
    memo(document, input).found()
  }

  /// The record of a notebook's page; `nil` where there is none, or it does not hold any more.
  func record(
    of document: ReadDocument,
    _ input: NotebookInput,
    _ others: OtherPages,
    _ lookup: AddressLookup
  ) -> PageRecord? {
    candidate(of: document, input).flatMap { $0.origins.isValid(others, lookup) ? $0 : nil }
  }

  /// Keeps the record of a page that was made just now, and remembers why it was made.
  ///
  /// - Parameter isLasting: whether the page may be left as it is another time.
  func keep(
    _ record: PageRecord,
    isLasting: Bool,
    of document: ReadDocument,
    _ input: NotebookInput
  ) {
    let memo = memo(document, input)
    guard var parts = memo.parts else { return }
    if isLasting { memo.keep(record) }
    parts.add(record.origins)
    memo.remember(parts, isKept: isLasting)
  }

  /// What would be done about a page.
  /// - Parameter isKept: whether its record holds.
  func outlook(
    on document: ReadDocument,
    _ input: NotebookInput,
    _ others: OtherPages,
    _ lookup: AddressLookup,
    isKept: Bool
  ) -> Outlook {
    let memo = memo(document, input)
    let last = memo.lastMaking()
    var parts = memo.parts
    if let last { parts?.add(originsOf: last.parts, others, lookup) }
    return memo.outlook(isKept: isKept, parts, last: last)
  }

  private func memo(_ document: ReadDocument, _ input: NotebookInput) -> Memo<PageRecord> {
    Memo(.page, in: use, PageRecord.coding, of: Subject(input.path, "page")) {
      guard var parts = self.toolsParts else { return nil }
      parts.add(.notebook, bytes: document.source.bytes)
      if let variant = document.text.variant { parts.add(.variant, variant) }
      parts.add(.path, input.path)
      parts.add(.page, input.page)
      if let project = input.project { parts.add(.project, project.path) }
      return parts
    }
  }

  private var toolsParts: KeyParts? {
    tools.withLock { tools in
      let found = tools ?? look()
      tools = .some(found)
      return found
    }
  }
}
