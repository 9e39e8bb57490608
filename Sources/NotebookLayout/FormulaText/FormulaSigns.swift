/// TeX's names of signs and letters, with what Unicode has for them.
enum FormulaSigns {
  /// How a command stands in a line; `nil` for one that names no sign.
  static func sign(_ name: String) -> FormulaLine.Part? {
    if let letter = letters[name] { return .letter(letter) }
    if let sign = relations[name] { return .relation(sign) }
    if let sign = operators[name] { return .binary(sign) }
    if let sign = large[name] { return .function(sign) }
    if let sign = openings[name] { return .open(sign) }
    if let sign = closings[name] { return .close(sign) }
    if spaces.contains(name) { return .space }
    return nil
  }

  /// A table from names and signs in turn, parted by spaces.
  private static func table(_ pairs: String) -> [String: String] {
    let words = pairs.split(whereSeparator: \.isWhitespace).map(String.init)
    return Dictionary(
      stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    ) { first, _ in first }
  }

  static let letters = table(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
    varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
    phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ
    emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ degree ° prime ′
    ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ ddots ⋱ dagger † ddagger ‡ star ⋆ bullet •
    triangle △ square □ blacksquare ■ Box □ diamond ⋄ clubsuit ♣ heartsuit ♥ spadesuit ♠ diamondsuit ♦
    flat ♭ natural ♮ sharp ♯ checkmark ✓ complement ∁ eth ð surd √ S § P ¶ pounds £ copyright © ss ß ae æ oe œ
    aa å o ø l ł i ı % % $ $ # # & & _ _ | ‖ Vert ‖ vert |
    """
  )

  private static let relations = table(
    """
    le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃
    cong ≅ propto ∝ asymp ≍ doteq ≐ coloneqq ≔ colon : prec ≺ succ ≻ preceq ⪯ succeq ⪰
    in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒
    to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ Rightarrow ⇒
    Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓
    updownarrow ↕ nearrow ↗ searrow ↘ hookrightarrow ↪ hookleftarrow ↩ twoheadrightarrow ↠ rightharpoonup ⇀
    rightleftharpoons ⇌ leadsto ⇝ perp ⊥ parallel ∥ mid ∣ nmid ∤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ therefore ∴
    because ∵ land ∧ wedge ∧ lor ∨ vee ∨ bmod mod mod mod
    """
  )

  private static let operators = table(
    """
    times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ circ ∘ cup ∪ cap ∩ sqcup ⊔ sqcap ⊓ uplus ⊎ setminus ∖ smallsetminus ∖
    otimes ⊗ oplus ⊕ ominus ⊖ odot ⊙ oslash ⊘ ltimes ⋉ rtimes ⋊ amalg ⨿ dotplus ∔
    """
  )

  private static let large = table(
    """
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁
    bigwedge ⋀ bigsqcup ⨆
    """
  )

  private static let openings = table(
    "{ { lbrace { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrack [ ulcorner ⌜ llbracket ⟦"
  )

  private static let closings = table(
    "} } rbrace } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrack ] urcorner ⌝ rrbracket ⟧"
  )

  private static let spaces: Set = [
    ",", ":", ";", " ", ">", "quad", "qquad", "enspace", "thinspace",
  ]

  /// What stands over the letter before it.
  static let accents = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{305}",
    "tilde": "\u{303}", "widetilde": "\u{303}", "vec": "\u{20D7}", "overrightarrow": "\u{20D7}",
    "dot": "\u{307}", "ddot": "\u{308}", "check": "\u{30C}", "breve": "\u{306}",
    "acute": "\u{301}", "grave": "\u{300}", "mathring": "\u{30A}", "underline": "\u{332}",
  ]

  /// Signs with a stroke through them.
  static let negations = [
    "=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "≡": "≢", "∼": "≁", "≈": "≉",
    "⊂": "⊄", "⊆": "⊈", "∃": "∄", "∣": "∤", "∥": "∦",
  ]

  static let functions: Set = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim",
    "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min",
    "sec", "sin", "sinh", "sup", "tan", "tanh", "Pr", "injlim", "projlim",
  ]

  /// The brackets of environments.
  static let environments = [
    "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "cases": ("{", "}"), "matrix": ("(", ")"), "smallmatrix": ("(", ")"),
  ]

  /// Commands about how something is set.
  static let silent: Set = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "!",
    "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr",
    "Biggr", "bigm", "Bigm", "rm", "bf", "it", "sf", "tt", "nonumber", "notag", "strut", "hfill",
    "allowbreak", "nobreak", "relax", "protect", "/", "-",
  ]
}
