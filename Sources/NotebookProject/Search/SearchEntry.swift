import Documents
import NotebookLayout
import NotebookSyntax
import ResultStore

/// What of one notebook goes into an index. It is made of the notebook's text alone, so that it is the same
/// wherever, and with whatever else, its page is made.
struct SearchEntry: Sendable {
  /// A word, and where on the page it stands.
  struct Word: Sendable {
    var text: String
    /// The passages, as ``PlaceNumbers`` writes them.
    var places: [UInt8]
  }

  /// How much a place counts for a word that stands there.
  private enum Weight: Int {
    case text, statement, heading, title
  }

  /// The title and the passages, as the elements of a list in JavaScript.
  let texts: [UInt8]
  /// Each word once.
  let words: [Word]

  private init(texts: [UInt8], words: [Word]) {
    self.texts = texts
    self.words = words
  }

  /// - Parameters:
  ///   - passages: the notebook's; the first has the page's title.
  ///   - macros: what its formulas may use. A macro is found by what it stands for, too.
  init(_ passages: [Passage], macros: [FrontMatter.Macro] = []) {
    texts = Self.texts(of: passages)
    let bodies = Dictionary(
      macros.map { ("\\" + $0.name, $0.body) },
      uniquingKeysWith: { _, last in last }
    )
    var places = WordPlaces()
    for (number, passage) in passages.enumerated() {
      func note(_ text: String, _ weight: Weight) {
        SearchWords.forEach(in: text) { word in
          places.note(word, in: number, weight)
          guard !bodies.isEmpty, let body = bodies[word] else { return }
          SearchWords.forEach(in: body) { places.note($0, in: number, weight) }
        }
      }
      note(passage.name, Self.weight(ofNameOf: passage.kind))
      note(passage.tex, Self.weight(ofNameOf: passage.kind))
      note(passage.text, passage.kind == .statement ? .statement : .text)
    }
    words = places.words
  }

  /// The places of words, as they are met from one passage to the next.
  private struct WordPlaces {
    private struct Entry {
      var numbers = PlaceNumbers()
      /// The last passage that is written, or 0.
      var written = 0
      /// The passage that is noted last, and not written yet.
      var last: Int
      var weight: Weight

      mutating func write(isLast: Bool) {
        numbers.append((last - written) << 3 | weight.rawValue << 1 | (isLast ? 1 : 0))
        written = last
      }
    }

    private var indices: [String: Int] = [:]
    private var entries: [Entry] = []

    mutating func note(_ word: String, in passage: Int, _ weight: Weight) {
      guard let index = indices[word] else {
        indices[word] = entries.count
        entries.append(Entry(last: passage, weight: weight))
        return
      }
      if entries[index].last != passage {
        entries[index].write(isLast: false)
        entries[index].last = passage
        entries[index].weight = weight
      } else if entries[index].weight.rawValue < weight.rawValue {
        entries[index].weight = weight
      }
    }

    /// Each word with its places, in order.
    var words: [Word] {
      indices.map { word, index in
        var entry = entries[index]
        entry.write(isLast: true)
        return Word(text: word, places: entry.numbers.bytes)
      }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }
  }

  private static func weight(ofNameOf kind: Passage.Kind) -> Weight {
    switch kind {
    case .beginning: .title
    case .section: .heading
    case .statement: .statement
    case .footnote: .text
    }
  }

  /// Stands between the name of a passage and what else it is found by.
  private static let nameEnd = "\u{1}"

  private static func name(of passage: Passage) -> String {
    passage.tex.isEmpty ? passage.name : passage.name + nameEnd + passage.tex
  }

  private static func texts(of passages: [Passage]) -> [UInt8] {
    var bytes = SearchScript.literal(passages.first.map(name(of:)) ?? "")
    bytes += ",[".utf8
    for (index, passage) in passages.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      // The title is there already.
      let name = index == 0 ? "" : name(of: passage)
      bytes += [passage.anchor, name, passage.text].map(SearchScript.literal)
        .joined(separator: [UInt8(ascii: ",")])
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}

extension SearchEntry {
  /// Field by field: as JSON it would take longer to read than the notebook.
  static let coding = ResultCoding<SearchEntry> { entry in
    var bytes: [UInt8] = []
    bytes.append(sized: entry.texts)
    for word in entry.words {
      bytes.append(text: word.text)
      bytes.append(sized: word.places)
    }
    return bytes
  } decode: { bytes in
    var reader = ByteReader(bytes)
    guard let texts = reader.takeBytes() else { return nil }
    var words: [Word] = []
    while !reader.isAtEnd {
      guard let text = reader.takeText(), let places = reader.takeBytes() else { return nil }
      words.append(Word(text: text, places: places))
    }
    return SearchEntry(texts: texts, words: words)
  }
}

/// Numbers as text: five bits in a character, the lowest first, and another bit says whether more follow.
struct PlaceNumbers {
  private(set) var bytes: [UInt8] = []

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )

  mutating func append(_ number: Int) {
    var rest = number
    while rest >= 32 {
      bytes.append(Self.digits[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(Self.digits[rest])
  }

  mutating func append(_ numbers: [UInt8]) { bytes += numbers }
}
