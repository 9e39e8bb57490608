import Documents
import NotebookSyntax

/// What a page may load and run, in the words of a content security policy.
///
/// A browser that reads it runs none but the scripts, and takes none but the style sheets, whose digests it names,
/// and asks nobody for anything. So what the list of ``SafeMarkup`` might have let pass does nothing.
public struct PagePolicy: Sendable, Equatable {
  /// The names of what is loaded, with where it may come from.
  private var directives: [(name: String, sources: [String])] = []

  /// Whether two say the same.
  public static func == (one: PagePolicy, other: PagePolicy) -> Bool { one.text == other.text }

  /// What a page takes besides its own scripts and style sheets.
  struct Needs {
    /// A script of ours loads others: a course's search.
    var loadsScripts = false
    /// MathJax sets formulas in the browser, and brings style sheets that nobody knows before.
    var setsFormulas = false
    /// Vega draws charts in the browser, and makes functions of their expressions.
    var drawsCharts = false
  }

  /// - Parameters:
  ///   - own: the scripts and style sheets of the template and of the page.
  ///   - origins: the addresses from which the template loads things, by the names of directives.
  ///   - needs: what else the page takes.
  ///   - permissions: what who trusts the notebook allows.
  init(
    _ own: PolicySources,
    template origins: [String: [String]] = [:],
    _ needs: Needs,
    _ permissions: PagePermissions
  ) {
    func hosts(_ hosts: [String]) -> [String] {
      hosts.flatMap { ["https://\($0)", "https://*.\($0)"] }
    }
    func origin(_ name: String) -> [String] { origins[name] ?? [] }
    add("default-src", ["'none'"])
    add("script-src", Self.scripts(own, origin("script-src"), needs))
    // What stands in 'style' attributes can only say how something looks, and each formula has its own.
    add("style-src", ["'unsafe-inline'"])
    let isLoose = needs.setsFormulas
    let sheets = (needs.loadsScripts ? ["'self'"] : []) + origin("style-src-elem")
    add("style-src-elem", (isLoose ? ["'unsafe-inline'"] : own.styles) + sheets)
    let shown = ["'self'", "data:"] + hosts(permissions.requests)
    add("img-src", shown + origin("img-src"))
    add("media-src", shown + origin("media-src"))
    add("font-src", ["'self'", "data:"] + origin("font-src"))
    add("frame-src", hosts(permissions.frames) + origin("frame-src"))
    if permissions.scripts { add("connect-src", ["'self'"] + hosts(permissions.requests)) }
    add("base-uri", ["'none'"])
    add("form-action", origin("form-action").isEmpty ? ["'none'"] : origin("form-action"))
  }

  private static func scripts(
    _ own: PolicySources,
    _ origins: [String],
    _ needs: Needs
  ) -> [String] {
    var addresses = own.addresses + origins.filter { !own.addresses.contains($0) }
    let isLoading = needs.loadsScripts || needs.setsFormulas || needs.drawsCharts
    let isSelf = !addresses.isEmpty || needs.setsFormulas || needs.drawsCharts
    if isSelf, isLoading, !addresses.contains("'self'") { addresses.append("'self'") }
    // Where no address is named, what the page's own scripts load may be loaded, and nothing else.
    if isLoading, !isSelf { addresses.append("'strict-dynamic'") }
    var sources = own.scripts + addresses
    if !own.handlers.isEmpty { sources += ["'unsafe-hashes'"] + own.handlers }
    if needs.drawsCharts { sources.append("'unsafe-eval'") }
    return sources
  }

  private mutating func add(_ name: String, _ sources: [String]) {
    if !sources.isEmpty { directives.append((name, sources)) }
  }

  /// The policy as pages and headers say it.
  public var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }
}

/// A policy in a page's head.
extension PagePolicy {
  private static let start = "<meta http-equiv=\"Content-Security-Policy\" content=\""

  /// A line of a page's head.
  public var headLine: String { "\(Self.start)\(text)\">" }

  /// Takes the policy out of a page, for a server that says it by header.
  /// - Returns: `nil` where the page has none that was made with it.
  public static func take(from page: inout [UInt8]) -> PagePolicy? {
    guard let found = find(in: page) else { return nil }
    page.removeSubrange(found.place)
    return found.policy
  }

  /// A page to which style sheets are added that its policy does not know, such as those of paper.
  package static func allowingStyles(in page: [UInt8]) -> [UInt8] {
    guard let (policy, place) = find(in: page) else { return page }
    var open = policy
    open.directives.removeAll { $0.name == "style-src-elem" }
    return page[..<place.lowerBound] + Array(open.headLine.utf8) + page[place.upperBound...]
  }

  private static func find(in page: [UInt8]) -> (policy: PagePolicy, place: Range<Int>)? {
    // It stands in the head, before anything of the notebook.
    guard let start = page[...].range(of: Array((start + "default-src 'none'; ").utf8)),
      let end = page[start.upperBound...].range(of: Array("\">".utf8))
    else { return nil }
    let begin = start.lowerBound + Self.start.utf8.count
    let policy = PagePolicy(text: String(decoding: page[begin..<end.lowerBound], as: UTF8.self))
    return (policy, start.lowerBound..<end.upperBound)
  }

  private init(text: String) {
    for directive in text.split(separator: ";") {
      let words = directive.split(separator: " ").map(String.init)
      if let name = words.first { directives.append((name, Array(words.dropFirst()))) }
    }
  }

  /// That of a page which a server makes for itself, with style sheets from its own address.
  public static let ofServer = PagePolicy(
    text: "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
  )

  /// The same with further sources.
  public func allowing(_ name: String, _ sources: [String]) -> PagePolicy {
    var policy = self
    if let index = directives.firstIndex(where: { $0.name == name }) {
      let known = directives[index].sources.filter { $0 != "'none'" }
      policy.directives[index].sources = known + sources
    } else {
      policy.directives.append((name, sources))
    }
    return policy
  }
}
