/// What a notebook's program is told by the process that starts it, in environment variables.
///
/// The channel for events is the program's standard input until ``__start()`` moves it away and puts
/// `/dev/null` in its place. On it comes first the key by which the two know each other (``ChannelKey``): other
/// processes can read variables, such as the tool's that makes a sandbox.
package enum RecorderSetup {
  /// Says that there is a channel. Programs that a cell starts do not inherit it.
  package static let channelVariable = "LECTERN_CHANNEL"
  /// The most memory, in bytes, that the program may ask for.
  package static let memoryVariable = "LECTERN_MEMORY"
  /// Random text that every process inherits which a notebook starts, so that it is found and ended.
  package static let runVariable = "LECTERN_RUN"

  /// The paths that the program may read, and those that it may also write, one a line, where it is to make a
  /// sandbox for itself.
  package static let readableVariable = "LECTERN_READABLE"
  package static let writableVariable = "LECTERN_WRITABLE"

  /// The exit status of a program that can no longer tell what it does.
  package static let lostStatus: Int32 = 213
  /// The exit status of a program that cannot make the sandbox that it was to make for itself.
  package static let unconfinedStatus: Int32 = 214
}
