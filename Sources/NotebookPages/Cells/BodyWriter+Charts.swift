import Foundation

extension BodyWriter {
  /// A chart that the page's script draws. Its plain text stands there until then, and stays where
  /// there is no script.
  mutating func chart(_ specification: String, plain: String) -> HTMLNode {
    assets.insert(.vega)
    let description = ChartDescription(specification)?.text ?? plain
    let data = HTMLNode.element(
      "script",
      [HTMLAttribute("type", "application/json")],
      [.raw(Self.scriptSafe(specification))]
    )
    let fallback = HTMLNode.element("pre", [.class("output")], [.text(plain)])
    return .element(
      "div",
      [.class("chart"), .role("img"), .label(description)],
      [data, fallback]
    )
  }

  /// JSON that cannot end the `script` element around it.
  ///
  /// `<` occurs in JSON only inside strings, where it may as well be written as an escape.
  private static func scriptSafe(_ json: String) -> String {
    guard json.utf8.contains(UInt8(ascii: "<")) else { return json }
    var safe: [UInt8] = []
    safe.reserveCapacity(json.utf8.count + 64)
    for byte in json.utf8 {
      if byte == UInt8(ascii: "<") {
        safe += Array("\\u003c".utf8)
      } else {
        safe.append(byte)
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}

/// What a Vega-Lite specification says about itself in words.
private struct ChartDescription: Decodable {
  /// Its `description`, or else its title.
  var text: String?

  private enum CodingKeys: CodingKey {
    case description, title
  }

  private struct Title: Decodable {
    var text: String
  }

  init?(_ specification: String) {
    let data = Data(specification.utf8)
    guard let decoded = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
    self = decoded
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try? container.decode(String.self, forKey: .description)
    if text == nil { text = try? container.decode(String.self, forKey: .title) }
    if text == nil { text = try? container.decode(Title.self, forKey: .title).text }
  }
}
