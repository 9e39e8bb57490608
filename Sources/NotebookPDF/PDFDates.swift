/// The dates in a PDF file, which say when it was printed and would make each file another one.
enum PDFDates {
  /// The file with another date, as long as the one that it has, so that all places in it stay true.
  ///
  /// - Parameter date: a day, as `2026-11-30`; `nil` for one that is always the same.
  static func set(in file: [UInt8], to date: String?) -> [UInt8] {
    let digits = date.map { $0.filter(\.isNumber) } ?? ""
    let day = digits.utf8.count == 8 ? digits : "20000101"
    let new = Array("\(day)000000+00'00'".utf8)
    var file = file
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let mark = Array(key.utf8)
      var at = file.startIndex
      while let found = file[at...].firstRange(of: mark) {
        at = found.upperBound
        guard let end = file[at...].firstIndex(of: UInt8(ascii: ")")), end - at == new.count else {
          continue
        }
        file.replaceSubrange(at..<end, with: new)
      }
    }
    return file
  }
}
