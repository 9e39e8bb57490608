import Documents
import ResultStore
import Templates

/// The files by which a page finds words in all pages of a course:
///
/// 1. `search.js` and `search.css` ask the reader, and show what is found.
/// 2. `index.js` says which words and which pages are in which of the other files.
/// 3. `words-N.js` have for each word the passages in which it stands, the words in order.
/// 4. `texts-N.js` have the passages, the pages in order.
///
/// A reader's browser loads the first when somebody wants to search, and of the others those that it needs.
struct SearchIndex {
  /// Their folder, in the course's.
  static let folder = "search/"
  /// The files that there are in each index.
  static let fixedNames = ["search.js", "search.css", "index.js"].map { folder + $0 }

  /// Whether a file of that name can be a part of an index.
  /// - Parameter name: its name, from the course's folder on.
  static func mayHold(_ name: String) -> Bool {
    name.wholeMatch(of: /search\/((words|texts)-\d+\.js|search\.js|search\.css|index\.js)/) != nil
  }

  /// A file by its name from the course's folder on.
  struct File {
    var name: String
    var bytes: [UInt8]
  }

  /// A page that is found.
  struct Page {
    /// Its address, from the course's folder on.
    var address: String
    var entry: SearchEntry
  }

  /// A file is closed when it has so many bytes: few are read for one word or one page, and there are few.
  private static let wordBytes = 48 << 10
  private static let textBytes = 32 << 10

  let files: [File]

  /// - Parameter pages: the pages in the order in which equally good ones are shown.
  init(of pages: [Page]) {
    let texts = Self.texts(of: pages)
    let words = Self.words(of: pages)
    let parts = texts.files + words.files
    let digest = Fingerprint(of: parts.flatMap(\.bytes)).shortName
    var head = SearchScript("index")
    head.write(raw: "{pages:\(pages.count),texts:\(texts.starts),words:[")
    for (index, word) in words.starts.enumerated() {
      if index > 0 { head.write(raw: ",") }
      head.write(word)
    }
    // A browser that has kept parts of an older index asks for the new ones.
    head.write(raw: "],digest:\"\(digest)\"}")
    head.end()
    let own = [Array(Templates.searchScript.utf8), Array(Templates.searchStyles.utf8), head.bytes]
    files = zip(Self.fixedNames, own).map { File(name: $0, bytes: $1) } + parts
  }

  private static func texts(of pages: [Page]) -> (files: [File], starts: [Int]) {
    var files: [File] = []
    var starts: [Int] = []
    var script: SearchScript?
    func close() {
      script?.write(raw: "]")
      script?.end()
      if let script {
        files.append(File(name: "\(folder)texts-\(files.count).js", bytes: script.bytes))
      }
      script = nil
    }
    for (number, page) in pages.enumerated() {
      if script == nil {
        starts.append(number)
        script = SearchScript("texts-\(files.count)")
        script?.write(raw: "[[")
      } else {
        script?.write(raw: ",\n[")
      }
      script?.write(page.address)
      script?.write(raw: ",")
      script?.write(raw: page.entry.texts)
      script?.write(raw: "]")
      if let count = script?.bytes.count, count >= textBytes { close() }
    }
    close()
    return (files, starts)
  }

  private static func words(of pages: [Page]) -> (files: [File], starts: [String]) {
    var files: [File] = []
    var starts: [String] = []
    var lines: [UInt8] = []
    func close() {
      guard !lines.isEmpty else { return }
      var script = SearchScript("words-\(files.count)")
      script.write(raw: "\"")
      script.write(raw: lines)
      script.write(raw: "\"")
      script.end()
      files.append(File(name: "\(folder)words-\(files.count).js", bytes: script.bytes))
      lines = []
    }
    for (word, places) in places(in: pages) {
      if lines.isEmpty { starts.append(word) }
      // Words and numbers need no quoting, but for the backslash of a command.
      if word.utf8.first == UInt8(ascii: "\\") { lines.append(UInt8(ascii: "\\")) }
      lines += word.utf8
      lines.append(UInt8(ascii: " "))
      lines += places
      lines += "\\n".utf8
      if lines.count >= wordBytes { close() }
    }
    close()
    return (files, starts)
  }

  /// For each word the pages on which it stands, each by how far it is from the one before, and the passages
  /// there. The words are in the order in which JavaScript has them.
  private static func places(in pages: [Page]) -> [(word: String, places: [UInt8])] {
    var indices: [String: Int] = [:]
    var lists: [(word: String, numbers: PlaceNumbers, last: Int)] = []
    for (number, page) in pages.enumerated() {
      for word in page.entry.words {
        let index: Int
        if let known = indices[word.text] {
          index = known
        } else {
          index = lists.count
          indices[word.text] = index
          lists.append((word.text, PlaceNumbers(), 0))
        }
        lists[index].numbers.append(number - lists[index].last)
        lists[index].numbers.append(word.places)
        lists[index].last = number
      }
    }
    return lists.map { ($0.word, $0.numbers.bytes) }
      .sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
  }
}
