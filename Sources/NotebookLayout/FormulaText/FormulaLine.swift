/// A line of what a formula says, with spaces where its signs want them.
struct FormulaLine {
  /// A part of the line, by how it stands beside its neighbours.
  enum Part {
    case letter(String)
    /// Something that stands for itself, such as a fraction.
    case inner(String)
    case words(String)
    /// The name of a function, apart from what it is applied to.
    case function(String)
    /// A sign with a space on either side.
    case relation(String)
    /// The same between two terms, and close to its term where it is a sign of it.
    case binary(String)
    case open(String)
    case close(String)
    /// A sign with the spaces that it has.
    case sign(String)
    case space
  }

  private var text = ""
  private var isAfterFunction = false
  private var isAfterRelation = false
  /// Whether what stands last is a term, to which a sign may follow.
  private var endsWithTerm = false

  /// The line without spaces at its ends.
  var whole: String {
    var whole = text[...]
    while whole.last == " " { whole.removeLast() }
    return String(whole)
  }

  mutating func add(_ part: Part) {
    defer { if case .relation = part { isAfterRelation = true } else { isAfterRelation = false } }
    switch part {
    case .letter(let letter): addTerm(letter)
    case .inner(let inner): if !inner.isEmpty { addTerm(inner) }
    case .words(let words):
      if words.first?.isLetter == true, text.last?.isLetter == true { text += " " }
      addTerm(words)
    case .function(let name):
      if endsWithTerm, text.last != " " { text += " " }
      text += name
      (isAfterFunction, endsWithTerm) = (true, true)
    case .relation(let sign):
      // Signs that stand together, as in `:=`, are one.
      if isAfterRelation { dropSpace() }
      text += isAfterRelation || text.isEmpty || text.last == " " ? "\(sign) " : " \(sign) "
      (isAfterFunction, endsWithTerm) = (false, false)
    case .binary(let sign):
      text += endsWithTerm ? (text.last == " " ? "\(sign) " : " \(sign) ") : sign
      (isAfterFunction, endsWithTerm) = (false, false)
    case .open(let sign):
      text += sign
      (isAfterFunction, endsWithTerm) = (false, false)
    case .close(let sign):
      dropSpace()
      text += sign
      (isAfterFunction, endsWithTerm) = (false, true)
    case .sign(let sign):
      dropSpace()
      text += sign
      (isAfterFunction, endsWithTerm) = (false, false)
    case .space: if !text.isEmpty, text.last != " " { text += " " }
    }
  }

  mutating func add(raised script: String) {
    text += FormulaScripts.raised(script)
    endsWithTerm = true
  }

  mutating func add(lowered script: String) {
    text += FormulaScripts.lowered(script)
    endsWithTerm = true
  }

  private mutating func addTerm(_ term: String) {
    if isAfterFunction, text.last != " " { text += " " }
    text += term
    (isAfterFunction, endsWithTerm) = (false, true)
  }

  private mutating func dropSpace() {
    if text.last == " " { text.removeLast() }
  }

  /// A text as one thing among others: with brackets where it is a sum or its like.
  static func one(_ text: String) -> String {
    let signs = " −+/=·×"
    return text.contains(where: signs.contains) ? "(\(text))" : text
  }
}
