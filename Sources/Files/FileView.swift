/// The files as the program sees them: those on the disk, and in front of them texts that are not saved
/// yet.
///
/// One that comes of ``remembering()`` notes what it is asked, so that it can be told what something was
/// made from, and what would change it by coming: see ``dependencies``. What a program reads that a
/// notebook starts is not seen through it.
public struct FileView: Sendable {
  private var front = FilesInFront()
  private let hasDisk: Bool
  private var notes: FileNotes?

  /// The files as they lie on the disk.
  public init() { hasDisk = true }

  private init(hasDisk: Bool) { self.hasDisk = hasDisk }

  /// No files but those that are put there: nothing is read from the disk.
  public static var inMemory: FileView { FileView(hasDisk: false) }

  /// Whether what nothing is in front of is looked for on the disk.
  package var showsDisk: Bool { hasDisk }

  /// Puts text in front of a file, which need not be there, nor the folder that it lies in.
  public mutating func put(_ text: String, at path: String) { put(Array(text.utf8), at: path) }

  /// Puts bytes in front of a file, which need not be there, nor the folder that it lies in.
  public mutating func put(_ bytes: [UInt8], at path: String) { front.put(bytes, at: path) }

  /// Takes away what was put in front of a file.
  public mutating func takeText(at path: String) { front.take(at: path) }
}

extension FileView {
  /// What a file holds; `nil` where it cannot be read.
  public func contents(of path: String) -> [UInt8]? { contents(of: path, for: .content) }

  /// What a file holds; `nil` where it cannot be read.
  /// - Parameter use: what of it counts for who asks.
  package func contents(of path: String, for use: FileDependency.Use) -> [UInt8]? {
    let bytes = inFront(of: path) ?? (hasDisk ? WholeFile.bytes(of: path) : nil)
    if use == .content {
      note(path, holding: bytes)
    } else {
      note(path, use)
    }
    return bytes
  }

  /// What a file holds whose beginning promises something; `nil` for any other, which is not read on.
  /// - Parameter isWanted: is given the beginning, which is all where the file is short.
  package func excerpt(
    of path: String,
    ifBeginning isWanted: ([UInt8]) -> Bool
  ) -> [UInt8]? {
    note(path, .excerpt)
    if let bytes = inFront(of: path) { return isWanted(bytes) ? bytes : nil }
    guard hasDisk, let file = try? OpenFile(reading: path, followingLinks: true) else { return nil }
    return try? file.readToEnd(ifBeginning: isWanted)
  }

  /// What was put in front of a file.
  package func inFront(of path: String) -> [UInt8]? {
    // A path's real name is asked of the disk, which most uses can do without.
    front.isEmpty ? nil : front.contents(of: path)
  }

  /// What lies at a path; `nil` for nothing.
  package func item(at path: String) -> FileItem? {
    note(path, .presence)
    if !front.isEmpty, let item = front.item(at: path) { return item }
    guard hasDisk, let status = try? FileStatus(of: path, followingLinks: true) else { return nil }
    return FileItem(isFolder: status.isFolder, size: status.size)
  }

  /// Whether a file can be read.
  package func isReadable(_ path: String) -> Bool {
    note(path, .presence)
    return inFront(of: path) != nil || hasDisk && FileStatus.isReadable(path)
  }

  /// The names in a folder; an empty path names the one that the program was started in.
  /// - Throws: why it cannot be looked into.
  package func names(in folder: String) throws(SystemFault) -> FolderNames {
    let folder = folder.isEmpty ? "." : folder
    note(folder, .names)
    if front.isEmpty, hasDisk { return try FolderNames(of: folder) }
    let added = front.names(in: folder)
    do throws(SystemFault) {
      guard hasDisk else { throw .absence }
      return try FolderNames(of: folder).adding(added)
    } catch {
      if added.isEmpty { throw error }
      return FolderNames(added)
    }
  }
}

extension FileView {
  /// The same files, with notes of its own on what it is asked from now on.
  public func remembering() -> FileView {
    var view = self
    view.notes = FileNotes()
    return view
  }

  /// The same files, without notes.
  package var quiet: FileView {
    var view = self
    view.notes = nil
    return view
  }

  /// What it was asked: all that an answer depended on, in the order of the questions, also what was not
  /// there. Nothing where it takes no notes.
  public var dependencies: [FileDependency] { notes?.dependencies ?? [] }

  /// What was read as a whole, and `nil` for what could not be.
  package var contentsRead: [(path: String, bytes: [UInt8]?)] { notes?.contents ?? [] }

  /// Notes a question that was answered otherwise, such as by what another one had found.
  package func note(_ path: String, _ use: FileDependency.Use) { notes?.add(path, use) }

  /// Notes what a file held that was read for another one.
  package func note(_ path: String, holding bytes: [UInt8]?) { notes?.add(path, holding: bytes) }
}

/// What lies at a path.
package struct FileItem: Sendable {
  package var isFolder: Bool
  /// In bytes.
  package var size: Int
}
