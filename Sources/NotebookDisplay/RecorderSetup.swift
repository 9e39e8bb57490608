/// What a notebook's program is told by the process that starts it, in environment variables.
///
/// The channel for events needs none: it is the program's standard input until ``__start()`` moves
/// it away and puts `/dev/null` in its place.
package enum RecorderSetup {
  /// Random text that tells a marker in the output from what a cell prints. The program forgets it
  /// before a cell runs, so that no cell can write a marker.
  package static let markerVariable = "LECTERN_MARKER"
  /// The most memory, in bytes, that the program may ask for.
  package static let memoryVariable = "LECTERN_MEMORY"
  /// Random text that every process inherits which a notebook starts, so that it is found and ended.
  package static let runVariable = "LECTERN_RUN"

  /// The exit status of a program that can no longer tell what it does.
  package static let lostStatus: Int32 = 213

  /// The bytes that cut the output at the event with this number.
  package static func marker(_ nonce: String, _ number: Int) -> [UInt8] {
    Array("\u{1}\(nonce):\(number);".utf8)
  }
}
