import Documents
import NotebookSyntax

/// The attributes that raw markup may bring to a page.
struct SafeAttributes {
  enum Verdict {
    case keep
    /// It runs a script, which is allowed.
    case handler
    /// Another value, which is none where it is empty, and what of the old one is left out.
    case replace([UInt8], [Removal.Reason])
    /// Without a reason where it means nothing to a browser.
    case leaveOut(Removal.Reason?)
  }

  let permissions: PagePermissions
  /// Whose element it is.
  let language: OpenElements.Language

  /// - Parameter value: without references to characters.
  func verdict(on name: String, _ value: [UInt8]?, of tag: MarkupTag, _ bytes: [UInt8]) -> Verdict {
    if name.hasPrefix("on") { return permissions.scripts ? .handler : .leaveOut(.handler(name)) }
    if name.hasPrefix("data-lectern") || Self.ofScriptsOfOurs.contains(name) {
      return .leaveOut(.attribute(name, of: tag.name))
    }
    if name.hasPrefix("data-") || name.hasPrefix("aria-") { return .keep }
    if name.contains(":"), !Self.prefixed.contains(name) { return .leaveOut(nil) }
    let isKnown =
      Self.everywhere.contains(name)
      || (language == .html ? Self.html : language == .svg ? Self.svg : Self.mathML).contains(name)
      || tag.name == "script" && Self.ofScripts.contains(name)
      || tag.name == "iframe" && Self.ofFrames.contains(name)
    guard isKnown else { return .leaveOut(.attribute(name, of: tag.name)) }
    guard let value else { return .keep }
    if name == "style" { return verdict(onStyle: value) }
    let text = String(decoding: value, as: UTF8.self)
    if let verdict = verdict(onAddress: name, text, of: tag) { return verdict }
    if tag.name == "input", name == "type", !Self.inputs.contains(text.lowercased()) {
      return .leaveOut(.attribute("type=\(text)", of: "input"))
    }
    if language == .svg, value.contains(UInt8(ascii: "(")) || value.contains(UInt8(ascii: "\\")),
      SafeStyle(permissions).isDangerous(value)
    {
      return .leaveOut(.style(text))
    }
    return .keep
  }

  private func verdict(onStyle value: [UInt8]) -> Verdict {
    let style = SafeStyle(permissions).declarations(value)
    // What a reference stands for is written, so that all read the same.
    guard !style.leftOut.isEmpty || value.contains(UInt8(ascii: "&")) else { return .keep }
    return .replace(style.text, style.leftOut.map(Removal.Reason.style))
  }

  /// What becomes of an address; `nil` where an attribute holds none.
  private func verdict(onAddress name: String, _ text: String, of tag: MarkupTag) -> Verdict? {
    let isReference = name == "href" || name == "xlink:href"
    if tag.name == "script" || tag.name == "iframe" {
      return name == "src" || isReference ? kept(text) : nil
    }
    guard let (role, form) = MarkupTags.Tag.use(of: name, in: tag.name) else {
      guard isReference || name == "cite" else { return nil }
      let address = MarkupAddress(text)
      let isSafe = name == "cite" ? address.isLink() : address.kind == .fragment || text.isEmpty
      return isSafe ? kept(text) : .leaveOut(.address(text))
    }
    switch (role, form) {
    case (_, .style): return nil
    case (_, .sourceSet): return verdict(onSourceSet: text)
    case (.link, .one):
      let isDownload = tag.attributes.contains { $0.name == "download" }
      return MarkupAddress(text).isLink(isDownload: isDownload)
        ? kept(text) : .leaveOut(.address(text))
    case (_, .one):
      // What is used is a part of the page, so it comes from no text that brings its own.
      if tag.name == "use", case .data = MarkupAddress(text).kind {
        return .leaveOut(.address(text))
      }
      return MarkupAddress(text).fault(loadedUnder: permissions).map { .leaveOut($0) } ?? kept(text)
    }
  }

  /// An address is written as it was read where references stand in it, so that all read the same.
  private func kept(_ text: String) -> Verdict {
    text.utf8.contains(UInt8(ascii: "&")) ? .replace(Array(text.utf8), []) : .keep
  }

  private func verdict(onSourceSet text: String) -> Verdict {
    var fault: Removal.Reason?
    _ = AddressLists.sourceSet(text) { address in
      fault = fault ?? MarkupAddress(address).fault(loadedUnder: permissions)
      return nil
    }
    return fault.map { .leaveOut($0) } ?? kept(text)
  }

  // MARK: - Names

  private static let prefixed: Set = [
    "xlink:href", "xlink:title", "xlink:type", "xlink:show", "xml:lang", "xml:space", "xmlns:xlink",
    "xmlns:svg",
  ]

  private static let everywhere = words(
    """
    class dir hidden href id inert lang role slot style tabindex title translate xmlns xmlns:xlink
    xmlns:svg xlink:href xlink:title xlink:type xlink:show xml:lang xml:space
    """
  )

  private static let html = words(
    """
    abbr accesskey align alt autocomplete autoplay axis background bgcolor border bordercolor
    cellpadding cellspacing char charoff charset checked cite clear color cols colspan command
    commandfor compact controls coords crossorigin datetime decoding default dirname
    disabled download draggable enterkeyhint face fetchpriority for form frame frameborder headers
    height high hreflang hspace inputmode ismap itemid itemprop itemref itemscope
    itemtype kind label link list loading loop low max maxlength media min minlength multiple muted
    name noshade nowrap open optimum part pattern placeholder playsinline popover popovertarget
    popovertargetaction poster preload pubdate readonly referrerpolicy rel required rev reversed
    rows rowspan rules scope scoped selected shape size sizes span spellcheck src srclang srcset
    start step summary target text type usemap valign value vlink vspace width wrap
    """
  )

  /// What the page's own scripts ask elements for.
  private static let ofScriptsOfOurs: Set = [
    "data-folder", "data-go", "data-number", "data-order", "data-scope",
  ]
  private static let ofScripts = words("async defer integrity nomodule src type crossorigin")
  private static let ofFrames = words(
    "allow allowfullscreen sandbox marginheight marginwidth scrolling"
  )

  /// Inputs that ask for no secret and send nothing.
  private static let inputs = words(
    "button checkbox color date datetime-local month number radio range reset search text time week"
  )

  private static let svg = words(
    """
    accent-height accumulate additive alignment-baseline alphabetic amplitude arabic-form ascent
    attributename attributetype azimuth baseprofile basefrequency baseline-shift bbox begin bias by
    calcmode cap-height clip clip-path clip-rule clippathunits color color-interpolation
    color-interpolation-filters color-profile color-rendering contentscripttype contentstyletype
    cursor cx cy d datatype descent diffuseconstant direction display divisor dominant-baseline
    download dur dx dy edgemode elevation enable-background end exponent
    externalresourcesrequired fill fill-opacity fill-rule filter filterres filterunits flood-color
    flood-opacity focusable font font-family font-size font-size-adjust font-stretch font-style
    font-variant font-weight fr from fx fy g1 g2 glyph-name glyph-orientation-horizontal
    glyph-orientation-vertical glyphref gradienttransform gradientunits hanging height hreflang
    ideographic image-rendering in in2 intercept isolation k k1 k2 k3 k4 kernelmatrix
    kernelunitlength kerning keypoints keysplines keytimes lengthadjust letter-spacing
    lighting-color limitingconeangle line-height local marker marker-end marker-mid marker-start
    markerheight markerunits markerwidth mask mask-type maskcontentunits maskunits mathematical max
    media method min mix-blend-mode mode name numoctaves offset opacity operator order orient
    orientation origin overflow overline-position overline-thickness paint-order panose-1 path
    pathlength patterncontentunits patterntransform patternunits pointer-events points
    pointsatx pointsaty pointsatz preservealpha preserveaspectratio primitiveunits r radius refx
    refy rel rendering-intent repeatcount repeatdur requiredextensions requiredfeatures restart
    result rotate rx ry scale seed shape-rendering side slope spacing specularconstant
    specularexponent spreadmethod startoffset stddeviation stemh stemv stitchtiles stop-color
    stop-opacity strikethrough-position strikethrough-thickness string stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    surfacescale systemlanguage tablevalues target targetx targety text-align text-anchor
    text-decoration text-orientation text-overflow text-rendering textlength to transform
    transform-box transform-origin type u1 u2 underline-position underline-thickness unicode
    unicode-bidi unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical
    values vector-effect version vert-adv-y vert-origin-x vert-origin-y viewbox viewtarget
    visibility white-space width widths word-spacing writing-mode x x-height x1 x2
    xchannelselector y y1 y2 ychannelselector z zoomandpan
    """
  )

  private static let mathML = words(
    """
    accent accentunder actiontype align alttext bevelled close columnalign columnlines
    columnspacing columnspan denomalign depth display displaystyle encoding equalcolumns equalrows
    fence fontfamily fontsize fontstyle fontweight form frame framespacing height indentalign
    largeop linebreak linethickness lquote lspace mathbackground mathcolor mathsize mathvariant
    maxsize minsize movablelimits notation numalign open other rowalign rowlines rowspacing rowspan
    rquote rspace scriptlevel scriptminsize scriptsizemultiplier selection separator separators
    stretchy subscriptshift superscriptshift symmetric voffset width
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
