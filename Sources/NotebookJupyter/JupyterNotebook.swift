import Foundation

/// A notebook in the format of Jupyter, version 4.5, as far as one is written.
package struct JupyterNotebook: Encodable, Sendable {
  /// A part of it.
  package struct Cell: Encodable, Sendable {
    enum Kind: String, Encodable {
      case markdown, code
    }

    var kind: Kind
    /// Tells it from all others, and stays when others change.
    var id: String
    var metadata = CellMetadata()
    var source: String
    /// Images in its text, by their names.
    var attachments: [String: [String: String]] = [:]
    var outputs: [Output] = []
    /// Its place among the cells that have run; `nil` for one that has not.
    var executionCount: Int?
  }

  struct CellMetadata: Encodable, Sendable {
    /// Whether the code is folded until it is asked for.
    var hidesSource = false
    var tags: [String] = []
  }

  /// What a cell printed or showed.
  enum Output: Sendable {
    case stream(String, isError: Bool)
    /// A value in its forms, by their MIME types.
    case display([String: String])
    case result([String: String], executionCount: Int)
  }

  struct Metadata: Encodable, Sendable {
    struct Kernel: Encodable, Sendable {
      var display_name = "Swift"
      var language = "swift"
      var name = "swift"
    }

    struct Language: Encodable, Sendable {
      var file_extension = ".swift"
      var mimetype = "text/x-swift"
      var name = "swift"
    }

    struct Author: Encodable, Sendable {
      var name: String
    }

    var authors: [Author] = []
    var kernelspec = Kernel()
    var language_info = Language()
    var title: String?
  }

  var cells: [Cell]
  var metadata: Metadata
  let nbformat = 4
  let nbformat_minor = 5

  /// The file's bytes, which are the same each time.
  package var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and numbers can always be written.
    return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
  }
}

extension JupyterNotebook.Cell {
  private enum CodingKeys: String, CodingKey {
    case kind = "cell_type"
    case id, metadata, source, attachments, outputs
    case executionCount = "execution_count"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(id, forKey: .id)
    try container.encode(metadata, forKey: .metadata)
    try container.encode(source.jupyterLines, forKey: .source)
    if !attachments.isEmpty { try container.encode(attachments, forKey: .attachments) }
    guard kind == .code else { return }
    try container.encode(outputs, forKey: .outputs)
    // It must be there, if only to say that the cell has not run.
    try container.encode(executionCount, forKey: .executionCount)
  }
}

extension JupyterNotebook.CellMetadata {
  private enum CodingKeys: String, CodingKey {
    case jupyter, tags
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if hidesSource { try container.encode(["source_hidden": true], forKey: .jupyter) }
    if !tags.isEmpty { try container.encode(tags, forKey: .tags) }
  }
}

extension JupyterNotebook.Output: Encodable {
  private enum CodingKeys: String, CodingKey {
    case kind = "output_type"
    case name, text, data, metadata
    case executionCount = "execution_count"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .stream(let text, let isError):
      try container.encode("stream", forKey: .kind)
      try container.encode(isError ? "stderr" : "stdout", forKey: .name)
      try container.encode(text.jupyterLines, forKey: .text)
    case .display(let forms):
      try container.encode("display_data", forKey: .kind)
      try container.encode(forms.mapValues(\.jupyterLines), forKey: .data)
      try container.encode([String: String](), forKey: .metadata)
    case .result(let forms, let executionCount):
      try container.encode("execute_result", forKey: .kind)
      try container.encode(forms.mapValues(\.jupyterLines), forKey: .data)
      try container.encode([String: String](), forKey: .metadata)
      try container.encode(executionCount, forKey: .executionCount)
    }
  }
}

extension String {
  /// The text by lines, each with its end, so that a change of one is a change of one line in the file.
  fileprivate var jupyterLines: [String] {
    var lines: [String] = []
    var rest = utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(Substring(rest[...end])))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { lines.append(String(Substring(rest))) }
    return lines
  }
}
