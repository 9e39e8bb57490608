import Files

/// The files that one file is made from, in the words of a Makefile.
///
/// Compilers write the same for C, and it is what ninja reads with `deps = gcc`.
struct Depfile: Sendable {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - target: what is made.
  ///   - files: what it is made from; each is written once.
  init(target: String, files: [String]) throws(NinjaPath.Fault) {
    var list = ""
    var seen: Set<PathKey> = []
    for file in files where seen.insert(PathKey(file)).inserted {
      list += " \\\n  " + (try NinjaPath(file).inDepfile)
    }
    let target = try NinjaPath(target).inDepfile
    bytes = Array("\(target):\(list)\n".utf8)
  }
}
