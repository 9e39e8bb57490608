/// A macro that a page knows from its beginning.
public struct FormulaMacro: Hashable, Sendable {
  /// Its name, without the backslash.
  public var name: String
  /// What it stands for, with `#1` for its first argument.
  public var body: String
  /// How many arguments it takes.
  public var argumentCount: Int
  /// The first argument's value where it is left out, if it may be.
  public var defaultArgument: String?

  /// - Parameters:
  ///   - name: its name, with or without the backslash.
  ///   - body: what it stands for.
  ///   - argumentCount: how many arguments it takes; `nil` for as many as the body mentions.
  ///   - defaultArgument: the first argument's value where it is left out.
  public init(
    _ name: String,
    _ body: String,
    argumentCount: Int? = nil,
    defaultArgument: String? = nil
  ) {
    self.name = name.hasPrefix("\\") ? String(name.dropFirst()) : name
    self.body = body
    self.argumentCount = argumentCount ?? Self.count(in: body)
    self.defaultArgument = defaultArgument
  }

  /// The macro's definition in LaTeX.
  public var definition: String {
    let count = argumentCount > 0 ? "[\(argumentCount)]" : ""
    let optional = defaultArgument.map { "[\($0)]" } ?? ""
    return "\\newcommand{\\\(name)}\(count)\(optional){\(body)}"
  }

  private static func count(in body: String) -> Int {
    (1...9).last { body.contains("#\($0)") } ?? 0
  }
}
