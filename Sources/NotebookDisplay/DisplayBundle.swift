/// One value in every form in which it can be shown.
///
/// A bundle always holds plain text, because a terminal, a search engine and an `output` fence need
/// it; a page picks the richest form that suits the place where the value stands.
///
/// ```swift
/// let half = DisplayBundle(plain: "1/2", [.latex: "\\frac{1}{2}"])
/// half.plain     // => 1/2
/// half[.latex]   // => \frac{1}{2}
/// half[.html]    // => nil
/// ```
public struct DisplayBundle: Sendable, Equatable, Codable {
  /// The forms by type. `MIMEType.plain` is always among them.
  ///
  /// ```swift
  /// let half = DisplayBundle(plain: "1/2", [.latex: "\\frac{1}{2}"])
  /// half.forms.count  // => 2
  /// ```
  public private(set) var forms: [MIMEType: String]

  /// Whether the value is shown as plain text although it has a richer form.
  ///
  /// So it is for a number or a text: its TeX is meant for formulas, and typeset on a line of its
  /// own `5` or `done` would only look odd.
  ///
  /// ```swift
  /// DisplayBundle(showing: 0.5).prefersPlain    // => true
  /// DisplayBundle(showing: [0.5]).prefersPlain  // => false
  /// ```
  public var prefersPlain: Bool

  /// ```swift
  /// DisplayBundle(plain: "done", [.plain: "ignored"]).plain  // => done
  /// ```
  ///
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
  ///
  /// ```swift
  /// DisplayBundle(showing: [1, 2]).plain  // => [1, 2]
  /// ```
  public var plain: String { forms[.plain] ?? "" }

  /// The value in one form, or `nil` where it has no such form.
  ///
  /// ```swift
  /// DisplayBundle(showing: 1.5e-7)[.latex]  // => 1.5 \times 10^{-7}
  /// ```
  public subscript(type: MIMEType) -> String? { forms[type] }

  /// The texts by which a promise may write the value, the plain one first.
  ///
  /// ```swift
  /// DisplayBundle(plain: "2:30", [.line: "150 s"]).texts  // => ["2:30", "150 s"]
  /// ```
  public var texts: [String] {
    [plain]
      + [
        MIMEType.line, .debugDescription, .description, .qualifiedDebugDescription, .elements,
        .reflection,
      ]
      .compactMap { forms[$0] }
  }
}
