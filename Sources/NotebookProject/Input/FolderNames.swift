import Files
import Foundation

/// The names in a folder, byte by byte in their order.
struct FolderNames {
  private(set) var names: [String] = []
  /// Those that are no UTF-8, as well as they can be shown, and whether each may be a folder.
  private(set) var unreadable: [(name: String, isFolder: Bool)] = []

  /// - Throws: why the folder cannot be looked into.
  init(of folder: String) throws(InputFault) {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else {
      throw InputFault(
        status: .inputOutput,
        message: "\(folder): error: the folder cannot be looked into: "
          + String(cString: strerror(errno))
      )
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
      let letters = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if let name = String(validatingCString: letters) {
        if name != ".", name != ".." { names.append(name) }
      } else {
        let isFolder = entry.pointee.d_type != UInt8(DT_REG)
        unreadable.append((String(cString: letters), isFolder))
      }
    }
    names.sort { PathKey($0) < PathKey($1) }
    unreadable.sort { PathKey($0.name) < PathKey($1.name) }
  }
}
