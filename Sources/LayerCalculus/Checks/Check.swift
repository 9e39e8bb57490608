/// Ends the program with what is wrong and the caller's line, if anything is wrong.
///
/// A wrong shape is a mistake in the program, as an index outside an array is, and course notes
/// read `let s = softmax(z)`, without `try`; so this traps. It is a `fatalError` because that one
/// prints its message under `-O` too, where `precondition` is silent. What a file brings in comes
/// through `Codable`, which throws instead.
func check(
  _ operation: @autoclosure () -> String,
  _ file: StaticString,
  _ line: UInt,
  _ requirements: () throws(InvalidArgument) -> Void
) {
  do throws(InvalidArgument) {
    try requirements()
  } catch {
    fatalError("\(operation()): \(error)", file: file, line: line)
  }
}
