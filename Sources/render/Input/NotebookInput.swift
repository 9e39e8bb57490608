import Foundation

/// A notebook that is to be made into a page, and where the page goes.
struct NotebookInput: Sendable {
  /// The notebook's path, as the user gave it.
  var path: String
  /// The page's path below the output folder, such as `course/softmax.html`.
  var page: String
  /// The folder that is rendered as a whole: the notebook lies below it as its page does below the
  /// output folder. Empty for the folder that the program was started in.
  var root = ""

  /// Begins the identifiers within the page's pictures: the same each time, and another for each page.
  var idPrefix: String {
    // The hash of Fowler, Noll and Vo, which is short and needs to withstand nobody.
    let hash = page.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "m" + String(hash % 36_000_000_000, radix: 36) + "-"
  }

  /// From the page to the folder of assets that all pages share.
  var assetsPrefix: String {
    String(repeating: "../", count: page.count { $0 == "/" }) + AssetFolder.name + "/"
  }
}

/// Why a path gives no notebook.
struct InputFault: Error {
  var status: ExitStatus
  var message: String
}

extension NotebookInput {
  /// The notebooks that paths name, in order; a folder gives those in it, by name.
  static func find(_ paths: [String], outputFolder: String) -> ([NotebookInput], [InputFault]) {
    var inputs: [NotebookInput] = []
    var faults: [InputFault] = []
    for path in paths {
      do throws(InputFault) {
        inputs += try Self.inputs(at: path, outputFolder: outputFolder)
      } catch {
        faults.append(error)
      }
    }
    var first: [String: NotebookInput] = [:]
    inputs.removeAll { input in
      guard let other = first[input.page] else {
        first[input.page] = input
        return false
      }
      // A notebook that is named twice, on its own and with its folder say, is made once.
      if MarkdownFiles.realPath(other.path) == MarkdownFiles.realPath(input.path) { return true }
      faults.append(
        InputFault(
          status: .usage,
          message: "\(input.path): error: its page would be that of \(other.path), "
            + "\(input.page); render them into different folders with -o"
        )
      )
      return false
    }
    return (inputs, faults)
  }

  /// The notebooks beside those that were named one by one, whose pages would lie beside theirs.
  static func neighbours(of paths: [String]) -> [NotebookInput] {
    var seen: Set<String> = []
    return paths.flatMap { path -> [NotebookInput] in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let folder = MarkdownFiles.path("", beside: path)
      guard exists, !isFolder.boolValue, seen.insert(folder).inserted else { return [] }
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
      return names.sorted().filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
        .map {
          NotebookInput(
            path: folder + $0,
            page: $0.dropLast(3) + ".html",
            root: Self.root(of: path)
          )
        }
    }
  }

  /// The folder of a notebook that is named on its own.
  private static func root(of path: String) -> String {
    let folder = MarkdownFiles.path("", beside: path)
    return folder.count > 1 ? String(folder.dropLast()) : folder
  }

  private static func inputs(
    at path: String,
    outputFolder: String
  ) throws(InputFault) -> [NotebookInput] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder.boolValue else {
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      return [NotebookInput(path: path, page: name + ".html", root: root(of: path))]
    }
    let found = MarkdownFiles.all(in: path, besides: outputFolder).map {
      NotebookInput(path: $0.path, page: $0.inner.dropLast(3) + ".html", root: path)
    }
    guard !found.isEmpty else {
      throw InputFault(
        status: .noInput,
        message:
          "\(path): error: there is no notebook in this folder; a notebook's name ends in .md"
      )
    }
    return found
  }
}
