/// The text of a file.
///
/// The file counts as an input of the notebook: when it changes, the cells run again. In the closure of
/// ``stored(_:_:file:line:column:by:)`` it counts for the stored value too.
///
/// ```swift
/// do {
///   let lines = try contents(of: "marks.csv").split(separator: "\n")
///   print(lines.count, "lines")
/// } catch {
///   print(error)  // Prints "there is no file 'marks.csv'"
/// }
/// ```
///
/// - Parameter path: the file's path, which begins at the notebook's folder.
/// - Throws: a ``FileFailure``, also where the file is not UTF-8.
public func contents(of path: String) throws(FileFailure) -> String {
  let content = try bytes(of: path)
  if let text = String(validating: content, as: UTF8.self) { return text }
  throw FileFailure(path: path, reason: .notUTF8(offset: content.lengthOfText))
}

/// The bytes of a file, which counts as an input as it does for ``contents(of:)``.
///
/// ```swift
/// do {
///   print(try bytes(of: "image.bin").count, "bytes")
/// } catch {
///   print(error)  // Prints "there is no file 'image.bin'"
/// }
/// ```
///
/// - Parameter path: the file's path, which begins at the notebook's folder.
/// - Throws: a ``FileFailure``.
public func bytes(of path: String) throws(FileFailure) -> [UInt8] {
  Recorder.shared?.note(path)
  return try WholeFile.bytes(of: path)
}

extension [UInt8] {
  /// How many bytes there are before the first that is not UTF-8.
  fileprivate var lengthOfText: Int {
    var decoder = UTF8()
    var iterator = makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      length += UTF8.width(scalar)
    }
    return length
  }
}
