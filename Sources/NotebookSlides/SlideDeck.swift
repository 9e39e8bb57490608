import Documents
import NotebookHTML
import NotebookLayout
import NotebookSyntax

/// A notebook's blocks as slides:
///
/// 1. A heading of the wanted size, or a larger one, begins a slide, and so does a line `---`.
/// 2. `<!-- step -->` has what follows come at the next key, and `<!-- steps -->` each item of the next list.
/// 3. A comment that begins with `<!-- notes` is for the speaker.
///
/// These comments are seen in no other form.
package struct SlideDeck {
  /// The slides, in order.
  package private(set) var sections: [PageSection] = []
  /// What is wrong with the comments.
  package private(set) var diagnostics: [Diagnostic] = []
  private let notebook: Notebook
  private let level: Int
  private var slide = PageSection()
  /// Whether the items of the next list come one by one.
  private var wantsSteps: SourceRange?

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - level: the size of the smallest heading that begins a slide, from 1 for the largest.
  package init(_ notebook: Notebook, level: Int) {
    self.notebook = notebook
    self.level = level
    // The title has a slide of its own.
    let title = TitleBlock(notebook).headingOffset
    for block in notebook.blocks where block.range.lowerBound != title { add(block) }
    endSlide()
    if !slide.isEmpty { sections.append(slide) }
  }

  /// What is wrong with the comments of a notebook.
  package static func diagnostics(of notebook: Notebook, level: Int) -> [Diagnostic] {
    SlideDeck(notebook, level: level).diagnostics
  }

  private mutating func add(_ block: Block) {
    switch block.content {
    case .heading(let heading) where heading.level <= level: endSlide()
    case .thematicBreak:
      endSlide()
      return
    case .html:
      if let mark = SlideMark(notebook.source[block.range]) {
        add(mark, at: block.range)
        return
      }
    case .list where wantsSteps != nil:
      wantsSteps = nil
      slide.parts.append(.steps(block))
      return
    default: break
    }
    if case .blocks(let blocks)? = slide.parts.last {
      slide.parts[slide.parts.count - 1] = .blocks(blocks + [block])
    } else if case .step(let blocks)? = slide.parts.last {
      slide.parts[slide.parts.count - 1] = .step(blocks + [block])
    } else {
      slide.parts.append(.blocks([block]))
    }
  }

  private mutating func add(_ mark: SlideMark, at place: SourceRange) {
    switch mark {
    case .step: slide.parts.append(.step([]))
    case .steps:
      warnOfSteps()
      wantsSteps = place
    case .notes(let text):
      let blocks = NotebookParser.parseFragment(
        text,
        path: notebook.source.path,
        isProse: true
      )
      slide.notes += Typography(notebook.frontMatter).set(blocks)
      slide.notesPlace = slide.notesPlace ?? place
    }
  }

  /// Tells of `<!-- steps -->` behind which no list follows.
  private mutating func warnOfSteps() {
    guard let place = wantsSteps else { return }
    wantsSteps = nil
    diagnostics.append(
      Diagnostic(
        .warning,
        .looseSteps,
        "no list follows whose items could come one by one",
        help: "write <!-- steps --> right before a list, or <!-- step --> before anything else",
        in: notebook.source,
        at: place
      )
    )
  }

  private mutating func endSlide() {
    warnOfSteps()
    // What shows nothing makes no slide, but must not be lost.
    guard slide.parts.contains(where: \.showsAnything) || !slide.notes.isEmpty else { return }
    sections.append(slide)
    slide = PageSection()
  }
}

extension Diagnostic.Kind {
  static let looseSteps = Self("loose-steps")
}

extension PageSection.Part {
  fileprivate var showsAnything: Bool {
    switch self {
    case .blocks(let blocks), .step(let blocks): blocks.contains(where: \.showsAnything)
    case .steps: true
    }
  }
}

extension Block {
  /// Whether a reader sees it: neither a hidden cell nor a comment.
  fileprivate var showsAnything: Bool {
    switch content {
    case .cell(let cell): !cell.isHidden
    case .html(let parts):
      parts.contains { part in
        guard case .raw(let markup) = part else { return true }
        return markup.wholeMatch(of: /\s*(<!--.*-->)?\s*/.dotMatchesNewlines()) == nil
      }
    default: true
    }
  }
}
