import Documents
import Files
import NotebookHTML
import NotebookSyntax
import ResultStore

/// What a page hands out where its notebook says `downloads: true`: the notebook, what it is in other variants, and the
/// data that it reads. They lie in a folder of their own as they lie in the course, so that who takes all can run it.
///
/// A variant's page hands out that variant and those that stand before it in the list of variants: teachers get what
/// students have, and not the other way round.
struct Downloads: Sendable {
  /// Their folder, in the course's.
  static let folder = "downloads/"
  /// A folder of more files is not handed out one by one.
  private static let mostFiles = 50

  /// Whether a file of that name can be one of them.
  /// - Parameter name: its name, from the course's folder on.
  static func mayHold(_ name: String) -> Bool {
    let names = RelativePath.names(name)
    return names.count > 1 && names.first.map { $0 + "/" } == folder
  }

  private(set) var files: [PlacedFile] = []
  private(set) var links: [PageDownload] = []
  /// What cannot be handed out.
  private(set) var diagnostics: [Diagnostic] = []

  /// Why a page can hand out nothing.
  struct Fault {
    var reason: String
    var help: String

    static let noCourse = Fault(
      reason: "it belongs to no course",
      help: "name the notebook under 'chapters:' in \(ProjectFile.name)"
    )
    static let besideNotebooks = Fault(
      reason: "a copy of the notebook beside the notebooks would be one of them",
      help: "give the pages a folder of their own, with '-o'"
    )
  }

  private let input: NotebookInput
  /// What stands before the paths of the course's pages.
  private let prefix: String

  /// - Parameters:
  ///   - notebook: the notebook, as its page has it.
  ///   - prefix: what stands before the paths of the course's pages: empty, or `course/`.
  ///   - fault: why nothing can be handed out.
  ///   - view: how the files are read.
  init(
    of notebook: Notebook,
    _ input: NotebookInput,
    below prefix: String,
    _ fault: Fault? = nil,
    in view: FileView
  ) {
    self.input = input
    self.prefix = prefix
    guard notebook.frontMatter.offersDownloads == true else { return }
    if let fault {
      let place = notebook.frontMatter.range ?? 0..<0
      diagnostics = [
        Diagnostic(
          .warning,
          .noDownload,
          "this page hands out nothing: \(fault.reason)",
          help: fault.help,
          in: notebook.source,
          at: place
        )
      ]
      return
    }
    addVersions(view)
    for path in notebook.frontMatter.inputs { add(data: path, of: notebook, view) }
  }

  // MARK: - The notebook

  private mutating func addVersions(_ view: FileView) {
    guard let source = view.source(at: input.path) else { return }
    let known = ProjectFile.variants(of: input.project)
    var variants: [String?] = known
    if let variant = input.variant {
      variants = known.prefix { $0 != variant }.reversed() + [variant]
    }
    let name = String(input.page.dropLast(".html".count)) + ".md"
    var seen: Set<[UInt8]> = []
    // The page's own version comes first.
    let own = input.variant
    for variant in [own] + variants.filter({ $0 != own }) {
      let text = VariantText.handout(of: source, in: variant)
      guard seen.insert(text).inserted else { continue }
      let folder = variant == own ? [] : [variant ?? ""]
      add(
        PlacedFile(
          source: input.path,
          content: Fingerprint(of: text),
          place: place(RelativePath.names(name), in: folder),
          variant: text == source.bytes ? nil : variant
        ),
        variant: variant == own ? nil : variant
      )
    }
  }

  // MARK: - Data

  private mutating func add(data path: FrontMatter.Path, of notebook: Notebook, _ view: FileView) {
    let real = Paths.path(path.path, beside: notebook.source.path)
    let names = RelativePath.names(path.path, below: RelativePath.folder(of: input.page))
    func warn(_ message: String, _ help: String) {
      diagnostics.append(
        Diagnostic(
          .warning,
          .noDownload,
          message,
          help: help,
          in: notebook.source(of: path),
          at: path.range
        )
      )
    }
    guard !path.path.hasPrefix("/"), !RelativePath.leadsOut(names), isInCourse(names) else {
      warn(
        "'\(path.path)' lies outside the course, so that it is no download",
        "put it into the folder"
      )
      return
    }
    let found = FileTree.content(of: real).filter { !$0.isFolder }.map(\.path)
    guard !found.isEmpty else {
      view.note(real, .content)
      warn(
        "'\(path.path)' is not there, so that it is no download",
        "the path begins at the notebook's folder"
      )
      return
    }
    guard found.count <= Self.mostFiles else {
      warn(
        "'\(path.path)' has \(found.count) files, which are too many to be downloads",
        "put them into an archive, and link to that"
      )
      return
    }
    for file in found {
      guard let bytes = view.contents(of: file) else { continue }
      let inner = RelativePath.names(String(file.dropFirst(real.count)))
      add(PlacedFile(source: file, content: Fingerprint(of: bytes), place: place(names + inner)))
    }
  }

  // MARK: - Places

  private func isInCourse(_ names: [String]) -> Bool {
    names.starts(with: RelativePath.names(prefix))
  }

  /// The place of something among the pages.
  private func place(_ names: [String], in folder: [String] = []) -> String {
    let inner = names.dropFirst(RelativePath.names(prefix).count)
    return prefix + Self.folder + (folder + inner).joined(separator: "/")
  }

  private mutating func add(_ file: PlacedFile, variant: String? = nil) {
    files.append(file)
    let name = RelativePath.names(file.place).last ?? ""
    links.append(
      PageDownload(
        name: variant.map { "\(name) (\($0))" } ?? name,
        address: LabelIndex.relativePath(from: input.page, to: file.place)
      )
    )
  }
}

extension NotebookWork {
  /// What a notebook's page hands out.
  func downloads(of notebook: Notebook, _ input: NotebookInput) -> Downloads? {
    guard form == .html else { return nil }
    guard notebook.frontMatter.offersDownloads == true else { return nil }
    let course = site.courses.courses.course(of: input)
    let isBeside =
      PathKey(real: input.root.isEmpty ? "." : input.root) == PathKey(real: outputFolder)
    return Downloads(
      of: notebook,
      input,
      below: course?.prefix ?? "",
      course?.project.chapters == nil ? .noCourse : isBeside ? .besideNotebooks : nil,
      in: files
    )
  }
}
