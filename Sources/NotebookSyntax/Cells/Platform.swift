import Documents

/// The platforms that a cell can be for.
enum Platform {
  private static let names = [
    "macOS", "iOS", "tvOS", "watchOS", "visionOS", "Linux", "Windows", "Android",
  ]

  private static var current: String {
    #if os(macOS)
      "macOS"
    #elseif os(Windows)
      "Windows"
    #elseif os(Android)
      "Android"
    #else
      "Linux"
    #endif
  }

  /// Whether a name is that of another platform than this.
  /// - Parameter report: takes what is wrong with the name.
  static func isOther(
    _ name: String,
    at range: SourceRange,
    in source: SourceText,
    _ report: (Diagnostic) -> Void
  ) -> Bool {
    guard let known = names.first(where: { $0.lowercased() == name.lowercased() }) else {
      report(
        Diagnostic(
          .error,
          .wrongFenceValue,
          "there is no platform '\(name)'",
          help: "it is one of " + names.joined(separator: ", "),
          in: source,
          at: range
        )
      )
      return false
    }
    return known != current
  }
}
