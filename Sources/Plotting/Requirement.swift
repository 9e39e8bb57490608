/// Ends the program with what is wrong, if a condition does not hold.
///
/// A chart of columns that do not belong together is a mistake in the program, as an index outside an
/// array is. It is a `fatalError` because that one prints its message under `-O` too, where
/// `precondition` is silent.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
