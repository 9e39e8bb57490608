import Documents
import Files
import NotebookSyntax
import Synchronization

/// Reads the inventories of other projects, each once for all pages.
final class InventoryShelf: Sendable {
  private struct Reading: Sendable {
    var bytes: [UInt8]
    /// `nil` where the file is none. The project file is told so.
    var inventory: ObjectInventory?
  }

  private let readings = Mutex<[PathKey: Reading]>([:])

  /// The inventory of a project; `nil` where there is none that can be read.
  /// - Parameter view: how the file is read, which notes it for a page.
  func inventory(
    of project: ReferencedProject,
    under file: ProjectFile,
    in view: FileView
  ) -> ObjectInventory? {
    let path = file.path(of: project)
    return readings.withLock { readings in
      if let known = readings[PathKey(path)] {
        view.note(path, holding: known.bytes)
        return known.inventory
      }
      guard let bytes = view.contents(of: path) else { return nil }
      let inventory = try? ObjectInventory(bytes)
      readings[PathKey(path)] = Reading(bytes: bytes, inventory: inventory)
      return inventory
    }
  }
}

extension ProjectFile {
  /// The path of a project's inventory.
  func path(of project: ReferencedProject) -> String {
    RelativePath.joined(RelativePath.names(project.file), below: folder)
  }

  /// What is wrong with the inventories that it names.
  func faults(ofInventoriesIn files: FileView) -> [Diagnostic] {
    references.compactMap { project in
      func fault(_ message: String, _ help: String) -> Diagnostic {
        Diagnostic(.error, .wrongInventory, message, help: help, in: source, at: project.range)
      }
      let path = path(of: project)
      guard let bytes = files.contents(of: path) else {
        return fault(
          "the inventory '\(project.file)' cannot be read",
          "fetch it once, and keep it with the notebooks: "
            + "curl -o \(ShellWord.quoted(path)) \(project.url)/objects.inv"
        )
      }
      do throws(ObjectInventory.Fault) {
        _ = try ObjectInventory.text(of: bytes)
        return nil
      } catch {
        return fault(error.message, error.help)
      }
    }
  }
}
