/// What a running notebook asks of the process that started it, on the channel of its events.
package enum Request: Sendable, Equatable {
  /// Whether a value is kept; a ``Reply`` comes back.
  case value(Question)
  /// To keep a value that was computed after ``Reply/missing(number:most:)`` had that number.
  case keep(number: UInt32, value: [UInt8])
  /// To note a file that is about to be read; ``Reply/noted`` comes back.
  case reading(path: String)
  /// To note a collection whose order means nothing, by its elements as they are written.
  case unordered([String])

  /// Which value is asked for.
  package struct Question: Sendable, Equatable {
    /// Where the call stands: the opening parenthesis of its arguments.
    package var file: String
    package var line: Int
    package var column: Int
    /// The name that it gives the value.
    package var name: String
    /// The value's type.
    package var type: String
    package var inputs: [Input]

    package init(
      file: String,
      line: Int,
      column: Int,
      name: String,
      type: String,
      inputs: [Input]
    ) {
      self.file = file
      self.line = line
      self.column = column
      self.name = name
      self.type = type
      self.inputs = inputs
    }
  }

  /// A value on which the one that is asked for depends.
  package struct Input: Sendable, Equatable {
    package var type: String
    package var bytes: [UInt8]

    package init(type: String, bytes: [UInt8]) {
      self.type = type
      self.bytes = bytes
    }
  }

  /// The most bytes that a request may have; what would be longer is not asked for.
  package static let longest = 1 << 30
}

/// The answer to a ``Request``.
package enum Reply: Sendable, Equatable {
  /// The value is kept, with what was printed while it was computed.
  case kept(number: UInt32, most: Int, output: [UInt8], error: [UInt8], value: ArraySlice<UInt8>)
  /// It is not. Once computed it can be kept, under a number, if it has no more bytes than `most`;
  /// `nil` where it is not to be kept.
  case missing(number: UInt32, most: Int?)
  /// The file is noted.
  case noted
}
