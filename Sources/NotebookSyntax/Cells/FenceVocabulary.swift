import Documents

/// The words that a kind of fence knows, and what is wrong with any other.
struct FenceVocabulary {
  /// What the fence is called in a message, such as `a Swift fence`.
  let fence: String
  /// The words that stand by themselves.
  let flags: [String]
  /// The words that have a value.
  let settings: [String]
  /// A value such as the settings take.
  let example: String

  /// What is wrong with a word; `nil` where it is another program's, such as `nocopy`.
  func wrong(_ word: FenceWords.Word, in source: SourceText) -> Diagnostic? {
    if (flags + settings).contains(word.name) {
      return Diagnostic(
        .error,
        .wrongFenceValue,
        "'\(source[word.range])' is not how this word is used in a fence",
        help: settings.contains(word.name)
          ? "'\(word.name)' needs a value: \(word.name)=\(example)"
          : "'\(word.name)' takes no value",
        in: source,
        at: word.range
      )
    }
    guard let meant = intendedWord(word.name, in: flags + settings) else { return nil }
    return Diagnostic(
      .warning,
      .unknownFenceWord,
      "there is no word '\(word.name)' for \(fence), so it is passed over",
      help: "did you mean '\(meant)'?",
      in: source,
      at: word.range
    )
  }
}
