/// Powers and indices in one line.
enum FormulaScripts {
  /// What is raised, in small letters where there are such for all of it.
  static func raised(_ script: String) -> String {
    if let whole = wholes[script] { return whole }
    return small(script, upper) ?? "^" + FormulaScripts.held(script)
  }

  /// The same for what is lowered.
  static func lowered(_ script: String) -> String {
    small(script, lower) ?? "_" + FormulaScripts.held(script)
  }

  /// The sign of a root.
  /// - Parameter order: empty for a square root.
  static func root(_ order: String) -> String {
    switch order {
    case "", "2": "√"
    case "3": "∛"
    case "4": "∜"
    default: raised(order) + "√"
    }
  }

  private static func held(_ script: String) -> String {
    script.count == 1 ? script : "(\(script))"
  }

  private static func small(_ script: String, _ letters: [Character: Character]) -> String? {
    let close = script.filter { $0 != " " }
    guard !close.isEmpty else { return "" }
    let small = close.compactMap { letters[$0] }
    return small.count == close.count ? String(small) : nil
  }

  /// What is a sign of its own when it is raised.
  private static let wholes = [
    "′": "′", "′′": "″", "∘": "°", "†": "†", "∗": "*", "⊤": "ᵀ", "T": "ᵀ", "": "",
  ]

  private static let upper = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRUVWβγδφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂᵝᵞᵟᵠᵡ"
  )
  private static let lower = table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
  )

  private static func table(_ plain: String, _ small: String) -> [Character: Character] {
    Dictionary(zip(plain, small)) { first, _ in first }
  }
}
