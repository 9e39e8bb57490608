import Documents
import Yams

/// A file of YAML whose parts are asked for one by one, each with its place.
package struct YAMLFile {
  /// Its keys and values, in their order; empty where it cannot be read.
  package let entries: [YAMLEntry]
  /// Why it cannot be read.
  package let fault: Diagnostic?

  /// - Parameter kind: what a fault is told as.
  package init(_ source: SourceText, _ kind: Diagnostic.Kind) {
    do throws(Diagnostic) {
      entries = try Self.entries(of: source, kind)
      fault = nil
    } catch {
      entries = []
      fault = error
    }
  }

  private static func entries(
    of source: SourceText,
    _ kind: Diagnostic.Kind
  ) throws(Diagnostic) -> [YAMLEntry] {
    if let fault = source.faults.first { throw fault }
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    func fault(_ message: String, _ help: String, _ range: SourceRange) -> Diagnostic {
      Diagnostic(.error, kind, "\(name) \(message)", help: help, in: source, at: range)
    }
    var yaml = YAMLText(source, source.contentStart..<source.contentEnd)
    let node: Node?
    do throws(YAMLText.Fault) {
      node = try yaml.value()
    } catch {
      throw fault(error.message, error.help, error.range)
    }
    guard let node, node.null == nil else { return [] }
    guard let mapping = node.mapping else {
      let range = yaml.range(of: node)
      throw fault("is a list of 'key: value' lines", "such as 'title: Softmax'", range)
    }
    return YAMLValue.entries(mapping, &yaml)
  }
}

/// A key with its value.
package struct YAMLEntry {
  /// The key's text.
  package let key: String
  /// Where the key stands.
  package let keyRange: SourceRange
  /// What it is set to.
  package let value: YAMLValue
}

/// A value of a YAML file.
package struct YAMLValue {
  /// What it is.
  package enum Content {
    /// One word or line, and what else is written as one value.
    case text(String)
    /// A list.
    case list([YAMLValue])
    /// Keys and their values.
    case entries([YAMLEntry])
    /// Nothing, or a text that no page can hold.
    case nothing
  }

  /// What it is.
  package let content: Content
  /// From its first byte to the end of that line.
  package let range: SourceRange
  /// Where its text stands.
  package let textRange: SourceRange
  private let node: Node
  private let yaml: YAMLText

  private init(_ node: Node, _ yaml: inout YAMLText) {
    self.node = node
    range = yaml.range(of: node)
    textRange = yaml.range(ofText: node)
    if let sequence = node.sequence {
      content = .list(sequence.map { YAMLValue($0, &yaml) })
    } else if let mapping = node.mapping {
      content = .entries(Self.entries(mapping, &yaml))
    } else if let text = node.scalar?.string, node.null == nil, !node.hasNUL {
      content = .text(text)
    } else {
      content = .nothing
    }
    self.yaml = yaml
  }

  static func entries(_ mapping: Node.Mapping, _ yaml: inout YAMLText) -> [YAMLEntry] {
    mapping.map { key, value in
      YAMLEntry(
        key: key.scalar?.string ?? "",
        keyRange: yaml.range(ofText: key),
        value: YAMLValue(value, &yaml)
      )
    }
  }

  /// The value as front matter for all notebooks of a folder; `nil` where it is no list of keys.
  package var frontMatterDefaults: FrontMatterDefaults? {
    node.mapping.map { FrontMatterDefaults($0, in: yaml) }
  }
}
