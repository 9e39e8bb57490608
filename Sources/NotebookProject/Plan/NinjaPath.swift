/// A file's path as ninja reads it, in its build files and in depfiles.
struct NinjaPath: Sendable {
  /// Why ninja cannot read a path.
  struct Fault: Error {
    var path: String
    var message: String
  }

  private let path: String

  /// - Throws: where there is no way to write the path down: ninja takes these characters for the end
  ///   of a name in a depfile, whatever stands before them.
  init(_ path: String) throws(Fault) {
    let wrong = path.unicodeScalars.first { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F
        || "\"&'*;<>?^`|\\".unicodeScalars.contains(scalar)
    }
    if let wrong {
      let name =
        wrong.value < 0x20 || wrong.value == 0x7F ? wrong.escaped(asASCII: true) : String(wrong)
      throw Fault(
        path: path,
        message: "ninja cannot read a file's name with '\(name)' in it; rename it"
      )
    }
    if path.hasSuffix(":") {
      throw Fault(
        path: path,
        message: "ninja cannot read a file's name that ends in ':'; rename it"
      )
    }
    self.path = path
  }

  /// The path in a line of a build file.
  var inBuildFile: String {
    path.replacing("$", with: "$$").replacing(" ", with: "$ ").replacing(":", with: "$:")
  }

  /// The path in a depfile, which make reads too.
  var inDepfile: String {
    path.replacing("$", with: "$$").replacing(" ", with: "\\ ").replacing("#", with: "\\#")
      .replacing(":", with: "\\:")
  }
}
