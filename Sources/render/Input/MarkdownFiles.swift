import Foundation

/// The Markdown files in folders.
enum MarkdownFiles {
  /// The files in a folder, by name, each with its path below that folder. Hidden ones are left out,
  /// and one folder besides.
  static func all(in folder: String, besides excluded: String? = nil) -> [(
    path: String, inner: String
  )] {
    listing(of: folder, besides: excluded).files
  }

  /// A folder and those within it, each of which may hold Markdown, now or later.
  static func folders(in folder: String, besides excluded: String? = nil) -> [String] {
    listing(of: folder, besides: excluded).folders
  }

  private static func listing(of folder: String, besides excluded: String?) -> (
    files: [(path: String, inner: String)], folders: [String]
  ) {
    let excluded = excluded.map(realPath)
    var found: [(path: String, inner: String)] = []
    var folders: [String] = []
    /// Looks into a folder, and not again into one that it lies in, to which a link may lead.
    func visit(_ below: String, within outer: Set<String>) {
      let here = below.isEmpty ? folder : join(folder, below)
      let within = outer.union([realPath(here)])
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: here) else { return }
      folders.append(here)
      for name in names.sorted() where !name.hasPrefix(".") {
        let path = join(here, name)
        let inner = below.isEmpty ? name : below + "/" + name
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          let real = realPath(path)
          if real != excluded, !within.contains(real) { visit(inner, within: within) }
        } else if name.hasSuffix(".md") {
          found.append((path, inner))
        }
      }
    }
    visit("", within: [])
    return (found, folders)
  }

  /// The files that paths name, in order, each once; a folder gives those in it.
  static func find(_ paths: [String]) -> ([String], [InputFault]) {
    var found: [String] = []
    var faults: [InputFault] = []
    var seen: Set<String> = []
    for path in paths {
      do throws(InputFault) {
        found += try files(at: path).filter { seen.insert(realPath($0)).inserted }
      } catch {
        faults.append(error)
      }
    }
    return (found, faults)
  }

  private static func files(at path: String) throws(InputFault) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder.boolValue else { return [path] }
    let files = all(in: path).map(\.path)
    guard !files.isEmpty else {
      throw InputFault(
        status: .noInput,
        message:
          "\(path): error: there is no Markdown in this folder; a document's name ends in .md"
      )
    }
    return files
  }

  /// A path that is the same for all names of a file.
  static func realPath(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The path of a file whose name is relative to another file's folder.
  static func path(_ name: String, beside file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return file[...slash] + name
  }

  /// Whether a file is a document by its name.
  static func isMarkdown(_ path: String) -> Bool { path.lowercased().hasSuffix(".md") }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

extension InputFault {
  static func missing(_ path: String) -> InputFault {
    InputFault(status: .noInput, message: "\(path): error: there is no such file or folder")
  }
}
