/// The way from a source to a program without the compiler's driver, which takes as long as the
/// compiler itself for a small program: one call of the compiler proper, one of the linker.
///
/// What the two are called with is what the driver told of itself on an earlier, like program.
struct DirectRoute: Sendable, Hashable, Codable {
  private var frontend: [String]
  private var linker: [String]?
  /// Where the source, the object and the program stand among the arguments.
  private var source: Int
  private var object: Int?
  private var linkedObject: Int?
  private var program: Int?

  /// - Parameters:
  ///   - told: what the driver printed with `-v`.
  ///   - file: the source that it compiled.
  ///   - output: the program that it made; `nil` where it made none.
  ///   - folder: the folder of that one run, with all that is gone after it.
  /// - Returns: `nil` where that is not understood, so that the driver goes on doing it all.
  init?(told: String, source file: String, output: String?, in folder: String) {
    let calls = told.split(separator: "\n").compactMap { ShellWords.words(in: $0) }
    let frontends = calls.filter { $0.contains("-primary-file") }
    guard frontends.count == 1, let source = Self.index(after: "-primary-file", in: frontends[0]),
      frontends[0][source] == file
    else { return nil }
    frontend = frontends[0]
    self.source = source
    // Of very many inputs the driver writes a list that is gone after it. There is one source.
    if let list = frontend.firstIndex(of: "-filelist"), list + 1 < frontend.count {
      frontend.removeSubrange(list...list + 1)
      if list < source { self.source -= 2 }
    }
    guard let output else {
      if Self.leads(frontend, into: folder, but: [self.source]) { return nil }
      return
    }
    guard let object = Self.index(after: "-o", in: frontend) else { return nil }
    let path = frontend[object]
    let linkers = calls.filter {
      $0.contains("-dynamic-linker") && $0.contains(path)
    }
    guard linkers.count == 1, let linkedObject = linkers[0].firstIndex(of: path),
      let program = Self.index(after: "-o", in: linkers[0]), linkers[0][program] == output
    else { return nil }
    linker = linkers[0]
    if Self.leads(frontend, into: folder, but: [self.source, object])
      || Self.leads(linkers[0], into: folder, but: [linkedObject, program])
    {
      return nil
    }
    self.object = object
    self.linkedObject = linkedObject
    self.program = program
  }

  /// The call that compiles a source.
  func compiling(_ file: String, to path: String) -> [String] {
    var call = frontend
    call[source] = file
    if let object { call[object] = path }
    return call
  }

  /// The call that links an object; `nil` where nothing is to be linked.
  func linking(_ path: String, to output: String) -> [String]? {
    guard var call = linker, let linkedObject, let program else { return nil }
    call[linkedObject] = path
    call[program] = output
    return call
  }

  /// Whether other arguments than some name anything that is gone after the run, such as a list of
  /// files or a header that was compiled beforehand.
  private static func leads(_ call: [String], into folder: String, but known: Set<Int>) -> Bool {
    call.indices.contains { !known.contains($0) && call[$0].contains(folder + "/") }
  }

  private static func index(after word: String, in call: [String]) -> Int? {
    guard let index = call.firstIndex(of: word), index + 1 < call.count else { return nil }
    return index + 1
  }
}
