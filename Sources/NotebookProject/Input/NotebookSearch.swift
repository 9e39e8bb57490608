import Documents
import Files
import Foundation
import NotebookSyntax

/// The notebooks that paths name, in order; a folder gives those in it, by name.
struct NotebookSearch: Sendable {
  private(set) var inputs: [NotebookInput] = []
  private(set) var faults: [InputFault] = []
  /// What there is to say about what was left out.
  private(set) var notes: [Diagnostic] = []
  /// What lies in the folders among the paths.
  private(set) var listings: [FolderListing] = []

  private let outputFolder: String
  private var byPage: [PathKey: NotebookInput] = [:]
  private var byFile: Set<PathKey> = []

  init(_ paths: [String], outputFolder: String, files sources: FileView) {
    self.outputFolder = outputFolder
    var files: [String] = []
    var folders: Set<PathKey> = []
    var order: [(path: String, listing: FolderListing?)] = []
    for path in paths {
      do throws(InputFault) {
        if try sources.isFolder(path) {
          // A folder that is given twice is one.
          guard folders.insert(PathKey(real: path)).inserted else { continue }
          let listing = FolderListing(of: path, in: sources, besides: outputFolder)
            .withoutMadePages(in: sources)
          listings.append(listing)
          order.append((path, listing))
        } else {
          files.append(path)
          order.append((path, nil))
        }
      } catch {
        faults.append(error)
      }
    }
    for (path, listing) in order {
      if let listing {
        add(listing)
      } else {
        add(input(named: path))
      }
    }
    for draft in listings.flatMap(\.drafts) where !byFile.contains(PathKey(real: draft.path)) {
      notes.append(FolderListing.note(onDraft: draft.path))
    }
  }

  private mutating func add(_ listing: FolderListing) {
    notes += listing.notes
    faults += listing.faults
    if let fault = listing.fault(
      "there is no notebook in this folder; a notebook's name ends in .md"
    ) {
      faults.append(fault)
    }
    for file in listing.files {
      add(NotebookInput(path: file.path, inner: file.inner, root: listing.root))
    }
  }

  private mutating func add(_ input: NotebookInput) {
    let file = PathKey(real: input.path)
    let page = "\(outputFolder)/\(input.page)"
    if let other = byPage[PathKey(input.page)] {
      // A notebook that is named twice, on its own and with its folder say, is made once.
      if file == PathKey(real: other.path) { return }
      faults.append(
        InputFault(
          status: .usage,
          message: "\(input.path): error: its page would be that of \(other.path), "
            + "\(input.page); render them into different folders with -o"
        )
      )
    } else if input.path.hasSuffix(".html"), PathKey(real: page) == file {
      faults.append(
        InputFault(status: .usage, message: "\(input.path): error: its page would take its place")
      )
    } else {
      byPage[PathKey(input.page)] = input
      byFile.insert(file)
      inputs.append(input)
    }
  }

  /// A notebook that is named on its own. In a folder that is named too it lies where it lies there.
  private func input(named path: String) -> NotebookInput {
    for listing in listings {
      if let input = NotebookInput(path: path, below: listing.root) { return input }
    }
    return NotebookInput(alone: path)
  }
}

extension NotebookInput {
  /// - Parameters:
  ///   - path: the notebook's path.
  ///   - inner: the same below `root`.
  ///   - root: the folder that is rendered as a whole.
  init(path: String, inner: String, root: String) {
    let name = RelativePath.names(inner).last ?? inner
    let stem = URL(filePath: name).deletingPathExtension().lastPathComponent
    let folder = RelativePath.folder(of: inner)
    self.init(path: path, page: (folder + [stem + ".html"]).joined(separator: "/"), root: root)
  }

  /// A notebook whose folder is all that belongs to it.
  init(alone path: String) {
    let folder = Paths.path("", beside: path)
    let root = folder.count > 1 ? String(folder.dropLast()) : folder
    self.init(path: path, inner: String(path.dropFirst(folder.count)), root: root)
  }

  /// A notebook in a folder, or in one within it.
  /// - Returns: `nil` where it lies elsewhere.
  init?(path: String, below root: String) {
    // The names as they are written, and where links in them lead.
    for name in [{ URL(filePath: $0).standardizedFileURL.path }, { PathKey.realPath($0) }] {
      let here = RelativePath.names(name(root.isEmpty ? "." : root)).map { PathKey($0) }
      let there = RelativePath.names(name(path))
      if there.count > here.count, zip(there, here).allSatisfy({ PathKey($0) == $1 }) {
        let inner = there[here.count...].joined(separator: "/")
        self.init(path: path, inner: inner, root: root)
        return
      }
    }
    return nil
  }

  /// The notebooks beside those that were named one by one, whose pages would lie beside theirs.
  /// - Parameter files: how they are looked for.
  static func neighbours(of paths: [String], in files: FileView) -> [NotebookInput] {
    var seen: Set<PathKey> = []
    return paths.flatMap { path -> [NotebookInput] in
      let folder = Paths.path("", beside: path)
      guard (try? files.isFolder(path)) == false, seen.insert(PathKey(folder)).inserted,
        let content = try? files.names(in: folder)
      else { return [] }
      return content.names.filter { MarkdownFiles.isMarkdown($0) && !$0.hasPrefix(".") }
        .filter {
          !Draft.isOne(folder + $0, in: files) && !MadeMarkdown.isOne(folder + $0, in: files)
        }
        .map { NotebookInput(alone: folder + $0) }
    }
  }
}
