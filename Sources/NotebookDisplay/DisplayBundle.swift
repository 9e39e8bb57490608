/// One value in every form in which it can be shown.
///
/// A bundle always holds plain text, because a terminal, a search engine and an `output` fence need
/// it; a page picks the richest form that suits the place where the value stands.
public struct DisplayBundle: Sendable, Equatable, Codable {
  /// The forms by type. `MIMEType.plain` is always among them.
  public private(set) var forms: [MIMEType: String]

  /// Whether the value is shown as plain text although it has a richer form.
  ///
  /// So it is for a number or a text: its TeX is meant for formulas, and typeset on a line of its
  /// own `5` or `done` would only look odd.
  public var prefersPlain: Bool

  /// - Parameters:
  ///   - plain: the value as a terminal shows it.
  ///   - forms: the other forms; an entry for `.plain` here is overridden by `plain`.
  ///   - prefersPlain: whether outside a formula the plain text is shown even so.
  public init(plain: String, _ forms: [MIMEType: String] = [:], prefersPlain: Bool = false) {
    self.forms = forms
    self.forms[.plain] = plain
    self.prefersPlain = prefersPlain
  }

  /// The value as a terminal shows it.
  public var plain: String { forms[.plain] ?? "" }

  /// The value in one form, or `nil` where it has no such form.
  public subscript(type: MIMEType) -> String? { forms[type] }

  /// The texts by which a promise may write the value, the plain one first.
  public var texts: [String] {
    [plain]
      + [
        MIMEType.line, .debugDescription, .description, .qualifiedDebugDescription, .elements,
        .reflection,
      ]
      .compactMap { forms[$0] }
  }
}
