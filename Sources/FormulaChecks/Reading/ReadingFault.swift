/// Why a formula, or what a letter means, cannot be read, and where.
struct ReadingFault: Error, Hashable, Sendable {
  /// What is wrong.
  var message: String
  /// What to do, or what would be read.
  var help: String
  /// Where, in bytes of the TeX; `nil` for all of it.
  var place: Range<Int>?

  init(_ message: String, help: String, _ place: Range<Int>? = nil) {
    self.message = message
    self.help = help
    self.place = place
  }
}
