/// The block quotes, list items and footnotes that are open around a line, outermost first.
struct ContainerStack {
  enum Container {
    /// Goes on with `>`.
    case quote
    /// Goes on with so many columns of white space, or a blank line.
    case indented(Int)
  }

  private(set) var containers: [Container] = []

  var count: Int { containers.count }

  /// Passes over the prefixes of the containers that go on in a line.
  /// - Returns: how many of them do.
  func match(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      let (width, offset) = cursor.indentation
      switch container {
      case .quote:
        guard width <= 3, offset < cursor.end, cursor.bytes[offset] == UInt8(ascii: ">") else {
          return index
        }
        cursor.skipIndentation(width)
        cursor.skip(1)
        cursor.skipIndentation(1)
      case .indented(let needed):
        if offset == cursor.end {
          cursor.skipIndentation(needed)
        } else if width >= needed {
          cursor.skipIndentation(needed)
        } else {
          return index
        }
      }
    }
    return containers.count
  }

  mutating func close(to count: Int) {
    if count < containers.count { containers.removeSubrange(count...) }
  }

  mutating func open(_ container: Container) { containers.append(container) }
}
