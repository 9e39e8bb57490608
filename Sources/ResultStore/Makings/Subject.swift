import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What results are for in a user's eyes, whatever they are made from: a document, and what is made of
/// it.
public struct Subject: Hashable, Sendable {
  /// A document's path that is the same from every folder, and what is made of it.
  let names: [String]

  /// - Parameters:
  ///   - path: the document's path.
  ///   - what: what is made of it, such as `program 1`: nothing that changes with its text.
  public init(_ path: String, _ what: String) {
    var place = Folder.absolute(path) ?? path
    if let real = realpath(place, nil) {
      place = String(cString: real)
      free(real)
    }
    names = [place, what]
  }
}
