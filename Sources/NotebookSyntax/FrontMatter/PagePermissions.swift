import Documents

/// What a page may do besides showing itself, which who trusts its notebook says once.
public struct PagePermissions: Sendable, Hashable {
  /// Whether scripts in raw HTML and in what cells show are run.
  public var scripts = false
  /// The sites that frames may show, by their hosts.
  public var frames: [String] = []
  /// The sites that images and media may come from, by their hosts.
  public var requests: [String] = []

  /// The keys of front matter and of project files that say it.
  static let keys = ["scripts", "frames", "requests"]

  /// A page that does nothing.
  public init() {}

  /// Whether it allows nothing.
  public var isEmpty: Bool { !scripts && frames.isEmpty && requests.isEmpty }

  /// Whether a frame may show a site.
  /// - Parameter host: in small letters.
  public func mayFrame(_ host: String) -> Bool { Self.has(host, in: frames) }

  /// Whether images and media may come from a site.
  /// - Parameter host: in small letters.
  public func mayAsk(_ host: String) -> Bool { Self.has(host, in: requests) }

  private static func has(_ host: String, in list: [String]) -> Bool {
    list.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// What either allows.
  public func union(_ other: PagePermissions) -> PagePermissions {
    var all = self
    all.scripts = scripts || other.scripts
    all.frames += other.frames.filter { !frames.contains($0) }
    all.requests += other.requests.filter { !requests.contains($0) }
    return all
  }

  /// Whether a text is the name of a host, such as `www.youtube-nocookie.com`.
  public static func isHost(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.count < 64 && part.first != "-" && part.last != "-"
        && part.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
    }
  }
}
