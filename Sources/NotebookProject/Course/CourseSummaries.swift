import Files
import NotebookExecution
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import ResultStore

/// Titles, definitions and theorems of a course's chapters.
///
/// A chapter whose file lies as it lay the last time is not read: in a large course one page would wait for
/// all others.
struct CourseSummaries {
  /// What was read out of a file, and how the file lay.
  private struct Entry: Codable, Sendable {
    var path: String
    /// `nil` where the file may have been changing, or unsaved text was in front of it.
    var stamp: String?
    var summary: NotebookSummary
  }

  private let project: ProjectFile
  private let prefix: String
  private let chapters: [NotebookInput]
  private let stamps: [String?]
  private let use: StoreUse?
  private let files: FileView

  /// - Parameters:
  ///   - use: where it is kept what is read.
  ///   - files: how the notebooks are read.
  init(_ course: Course, _ use: StoreUse?, in files: FileView) {
    project = course.project
    prefix = course.prefix
    chapters = course.chapters.map { course.member($0.input) }
    stamps = chapters.map { chapter in
      files.note(chapter.path, .excerpt)
      guard files.showsDisk, files.inFront(of: chapter.path) == nil,
        let stamp = FileStamp(of: chapter.path), stamp.isSettled
      else { return nil }
      return stamp.text
    }
    self.use = use
    self.files = files
  }

  /// Those of each chapter.
  var all: [NotebookSummary] {
    let memo = memo
    return memo.resultWithoutTools { entries(since: memo.lastResult() ?? []) }.map(\.summary)
  }

  /// The same where they are known as they were, and some notebooks have changed since.
  func all(
    since last: [NotebookSummary],
    where hasChanged: (String) -> Bool
  ) -> [NotebookSummary] {
    zip(chapters, last).map { hasChanged($0.path) ? summary(of: $0) : $1 }
  }

  private func entries(since last: [Entry]) -> [Entry] {
    let known = Dictionary(last.map { (PathKey($0.path), $0) }) { first, _ in first }
    return zip(chapters, stamps).map { chapter, stamp in
      if let stamp, let entry = known[PathKey(chapter.path)], entry.stamp == stamp { return entry }
      return Entry(path: chapter.path, stamp: stamp, summary: summary(of: chapter))
    }
  }

  private var memo: Memo<[Entry]> {
    let names = zip(chapters.map(\.path), stamps).map { ($0, $1) }
    let project = project
    let variant = chapters.first?.variant
    @Sendable func parts(_ kind: String) -> KeyParts? {
      guard let program = ThisProgram.stamp else { return nil }
      var parts = KeyParts(kind: ResultKind(kind, version: 1))
      parts.add(.program, program)
      parts.add(.path, project.path)
      parts.add(.project, bytes: project.source.bytes)
      if let variant { parts.add(.variant, variant) }
      return parts
    }
    return Memo(ResultKind("course summaries", version: 1), in: use, .json) {
      guard var all = parts("course summaries") else { return nil }
      for (path, stamp) in names {
        guard let stamp else { return nil }
        all.add(.file[path], stamp)
      }
      return all
    } last: {
      parts("last course summaries") ?? KeyParts(kind: ResultKind("no summaries", version: 1))
    }
  }

  private func summary(of chapter: NotebookInput) -> NotebookSummary {
    guard let source = files.source(of: chapter, for: .excerpt) else {
      return NotebookSummary(titled: chapter.path)
    }
    // A page without a title is named by its file.
    let memo = Memo<NotebookSummary>(
      reading: "summary",
      of: source,
      at: chapter.path,
      under: project,
      in: use
    )
    return memo.resultWithoutTools {
      let notebook = NotebookParser.parse(
        source,
        defaults: project.defaults,
        isLabelledElsewhere: { _ in true }
      )
      var summary = NotebookSummary(notebook, chapter: chapter.chapterNumber, TypesetterTeX(nil))
      summary.downloads = Downloads(of: notebook, chapter, below: prefix, in: files.quiet).files
        .map { String($0.place.dropFirst(prefix.count)) }
      return summary
    }
  }
}
