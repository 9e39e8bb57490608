/// Where declarations of libraries are documented, by the names that code has for them.
public struct DeclarationLinks: Sendable {
  /// What one library declares.
  public struct Library: Sendable {
    /// The name of its module.
    public var module: String
    /// The address of its page, from the output folder on.
    public var address: String
    /// The names of places on that page, by what code and words call the declarations: `Matrix`,
    /// `Matrix.identity`, `Matrix.identity(_:)`.
    public var anchors: [String: String]

    /// - Parameters:
    ///   - module: the name of its module.
    ///   - address: the address of its page, from the output folder on.
    ///   - anchors: the names of places on that page, by what code and words call the declarations.
    public init(module: String, address: String, anchors: [String: String]) {
      self.module = module
      self.address = address
      self.anchors = anchors
    }
  }

  private(set) var addresses: [String: String] = [:]

  /// No declaration is documented.
  init() {}

  /// - Parameters:
  ///   - libraries: the libraries that code imports. Of two that declare the same nobody knows which is meant.
  ///   - page: the page whose links are meant.
  init(_ libraries: [Library], on page: CoursePage) {
    var doubled: Set<String> = []
    for library in libraries {
      let address = library.address == page.address ? "" : page.link(to: library.address)
      for (name, anchor) in library.anchors
      where addresses.updateValue("\(address)#\(anchor)", forKey: name) != nil {
        doubled.insert(name)
      }
    }
    for name in doubled { addresses[name] = nil }
  }

  var isEmpty: Bool { addresses.isEmpty }

  subscript(name: String) -> String? { addresses[name] }

  /// Tells these from any others.
  var texts: [String] { addresses.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } }
}
