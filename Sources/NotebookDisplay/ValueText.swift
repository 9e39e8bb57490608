/// A value on one line as Swift would write it: `[Point(x: 1.0, y: 2.0)]`, `.circle(radius: 2.0)`,
/// `["a": nil]`.
///
/// An object that is met again within itself shows as `Node(...)`. What lies more than 20 levels
/// deep, or beyond 10,000 values, shows as `...`.
struct ValueText {
  /// The ways in which Swift writes a value.
  enum Style {
    /// As a reader wants it: `.left` for an enumeration, and an optional's value for the optional.
    case shown
    /// As `String(describing:)` does, and within it as `debug`.
    case description
    /// As `String(reflecting:)` does, without the names of modules, or with them.
    case debug, qualifiedDebug
  }

  private var remaining = 10_000
  private var path: [ObjectIdentifier] = []
  private var depth = 0
  private var style = Style.shown

  static func of(_ value: Any, as style: Style = .shown) -> String {
    var text = ValueText()
    text.style = style
    guard style == .description else { return text.text(of: value) }
    text.style = .debug
    return text.description(of: value)
  }

  /// The outermost value of a description, which has no quotation marks.
  private mutating func description(of value: Any) -> String {
    switch value {
    case is any ShownOptional, is any ShownDictionary: return text(of: value)
    case let list as any ShownList: return elements(of: list)
    case is any CustomStringConvertible, is any TextOutputStreamable:
      return String(describing: value)
    default:
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .enum {
        return String(enumCase(value, mirror).drop { $0 != "." }.dropFirst())
      }
      return text(of: value)
    }
  }

  private mutating func text(of value: Any) -> String {
    remaining -= 1
    guard remaining >= 0, depth < 20 else { return "..." }
    depth += 1
    defer { depth -= 1 }
    switch value {
    case let optional as any ShownOptional:
      guard let value = optional.shownValue else { return "nil" }
      return style == .shown ? text(of: value) : "Optional(" + text(of: value) + ")"
    case let displayable as any Displayable where style == .shown:
      return displayable.display.plain
    case let text as any StringProtocol:
      return String(text).debugDescription
    case let character as Character:
      return character.debugDescription
    case let scalar as Unicode.Scalar:
      return scalar.debugDescription
    case let list as any ShownList:
      let elements = elements(of: list)
      return style != .shown && list.isUnordered ? "Set(" + elements + ")" : elements
    case let dictionary as any ShownDictionary:
      return text(of: dictionary.shownPairs)
    case let value as any CustomDebugStringConvertible where style != .shown:
      return value.debugDescription
    case is any CustomStringConvertible, is any TextOutputStreamable,
      is any CustomDebugStringConvertible:
      return String(describing: value)
    default:
      return fields(of: value)
    }
  }

  private mutating func elements(of list: any ShownList) -> String {
    let texts = list.shownElements.map { $0.map { text(of: $0) } ?? "..." }
    if list.isUnordered { HashOrder.tell(elements: texts) }
    return "[" + texts.joined(separator: ", ") + "]"
  }

  private mutating func text(of pairs: [(key: Any, value: Any)?]) -> String {
    guard !pairs.isEmpty else { return "[:]" }
    let texts = pairs.map { pair in
      pair.map { text(of: $0.key) + ": " + text(of: $0.value) } ?? "..."
    }
    HashOrder.tell(elements: texts)
    return "[" + texts.joined(separator: ", ") + "]"
  }

  private mutating func fields(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct: return typeName(of: value) + "(" + labelled(mirror) + ")"
    case .tuple: return "(" + labelled(mirror) + ")"
    case .enum: return enumCase(value, mirror)
    case .class, .foreignReference:
      return style == .shown ? object(value as AnyObject, mirror) : typeName(of: value)
    default: return String(describing: value)
    }
  }

  private mutating func enumCase(_ value: Any, _ mirror: Mirror) -> String {
    let type = style == .shown ? "" : typeName(of: value)
    guard let payload = mirror.children.first, let name = payload.label else {
      let name = String(describing: value)
      return name.contains("(") ? name : type + "." + name
    }
    let inner = text(of: payload.value)
    let isTuple = Mirror(reflecting: payload.value).displayStyle == .tuple
    return type + "." + name + (isTuple ? inner : "(" + inner + ")")
  }

  private mutating func object(_ object: AnyObject, _ mirror: Mirror) -> String {
    let identity = ObjectIdentifier(object)
    let name = typeName(of: object)
    guard !path.contains(identity) else { return name + "(...)" }
    path.append(identity)
    defer { path.removeLast() }
    let levels = sequence(first: mirror, next: \.superclassMirror)
    let fields = levels.map { labelled($0) }.filter { !$0.isEmpty }
    return name + "(" + fields.reversed().joined(separator: ", ") + ")"
  }

  private mutating func labelled(_ mirror: Mirror) -> String {
    let fields = mirror.children.map { child in
      (FieldName.of(child).map { $0 + ": " } ?? "") + text(of: child.value)
    }
    return fields.joined(separator: ", ")
  }

  private func typeName(of value: Any) -> String {
    let type = type(of: value)
    return style == .qualifiedDebug ? String(reflecting: type) : String(describing: type)
  }
}

/// The name under which a stored property was declared.
enum FieldName {
  /// `nil` for a tuple's element without a label.
  static func of(_ child: Mirror.Child) -> String? {
    guard let label = child.label, !label.hasPrefix(".") else { return nil }
    let lazyStorage = "$__lazy_storage_$_"
    return label.hasPrefix(lazyStorage) ? String(label.dropFirst(lazyStorage.count)) : label
  }
}
