import NotebookSyntax

/// The elements that raw markup may bring to a page.
struct SafeElements {
  enum Rule {
    case allowed
    /// A style sheet or a script, of which the text counts.
    case text
    /// The tags are left out, and what stands between them stays.
    case leftOut(Removal.Reason)
    /// All of it is left out; without a reason where it shows nothing anyway.
    case leftOutWhole(Removal.Reason?)
  }

  let permissions: PagePermissions
  /// Whether it may be a whole document.
  let isDocument: Bool

  func rule(for tag: MarkupTag, in language: OpenElements.Language, _ bytes: [UInt8]) -> Rule {
    let name = tag.name
    switch name {
    case "script": return permissions.scripts ? .text : .leftOutWhole(.script)
    case "style" where language != .mathML: return .text
    case "iframe" where language == .html: return frame(tag, bytes)
    case "title" where language == .html && isDocument: return .leftOutWhole(nil)
    case let name where isDocument && Self.document.contains(name): return .allowed
    // What drawing programs note for themselves.
    case let name where language == .svg && (name == "metadata" || name.contains(":")):
      return .leftOutWhole(nil)
    case let name where Self.animations.contains(name) && language == .svg:
      let target = OutputAttributes.value(of: "attributename", tag, bytes)?.lowercased() ?? ""
      let isSafe = !target.hasPrefix("on") && !["href", "xlink:href", "style"].contains(target)
      return isSafe ? .allowed : .leftOutWhole(.attribute(target, of: name))
    // In a picture a title is what a reader hears of it.
    case "title" where language == .svg: return .allowed
    case let name where Self.whole.contains(name): return .leftOutWhole(.element(name))
    default: break
    }
    return Self.names(in: language).contains(name) ? .allowed : .leftOut(.element(name))
  }

  private func frame(_ tag: MarkupTag, _ bytes: [UInt8]) -> Rule {
    let isOfItself = tag.attributes.contains { $0.name == "srcdoc" }
    guard !isOfItself, let address = OutputAttributes.value(of: "src", tag, bytes),
      case .web(let host) = MarkupAddress(address).kind
    else { return .leftOutWhole(.frame(host: nil)) }
    return permissions.mayFrame(host) ? .allowed : .leftOutWhole(.frame(host: host))
  }

  /// Whether an end tag of a name may stand on a page.
  static func mayEnd(_ name: String, isDocument: Bool) -> Bool {
    html.contains(name) || svg.contains(name) || mathML.contains(name) || name == "iframe"
      || animations.contains(name) || isDocument && document.contains(name)
  }

  private static func names(in language: OpenElements.Language) -> Set<String> {
    switch language {
    case .html: html
    case .svg: svg
    case .mathML: mathML
    }
  }

  private static let document: Set = ["html", "head", "body"]

  /// The elements whose content means nothing without them, or is read by other rules.
  private static let whole = words(
    """
    annotation-xml applet embed frame frameset math-ml mglyph malignmark noembed noframes noscript
    plaintext portal template title xmp
    """
  )

  private static let animations = words("animate animatecolor animatetransform set")

  private static let html = words(
    """
    a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dir div dl dt em
    fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd
    label legend li main map mark math menu meter nav nobr ol optgroup option output p picture pre
    progress q rb rp rt rtc ruby s samp search section select small source span strike strong sub
    summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
    """
  )

  private static let svg = words(
    """
    a animatemotion circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer
    fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow
    feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology
    feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter foreignobject g
    image line lineargradient marker mask mpath path pattern polygon polyline radialgradient rect
    solidcolor stop svg switch symbol text textpath title tref tspan use view
    """
  )

  private static let mathML = words(
    """
    annotation math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded
    mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr
    munder munderover none semantics svg
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
