import Foundation
import Testing

@Suite("The style sheet")
struct StyleTests {
  /// The colours by name, without and with the dark scheme.
  private static let schemes: [[String: String]] = {
    let page = page("")
    let blocks = page.components(separatedBy: ":root {").dropFirst()
      .map { $0.components(separatedBy: "}")[0] }
    var light: [String: String] = [:]
    var all: [[String: String]] = []
    for block in blocks {
      for match in block.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6});/) {
        light[String(match.1)] = String(match.2)
      }
      all.append(light)
    }
    return all
  }()

  private static let textColours = [
    "ink", "muted", "accent", "note", "tip", "important", "warning", "caution", "keyword", "string",
    "number", "comment", "type", "attribute", "label",
  ]

  @Test("has text that can be read on every ground, by light and by dark", arguments: textColours)
  func contrast(_ name: String) throws {
    #expect(Self.schemes.count == 2)
    for scheme in Self.schemes {
      let colour = try #require(scheme[name])
      for ground in ["paper", "code"] {
        let ratio = Self.contrast(colour, try #require(scheme[ground]))
        #expect(ratio >= 4.5, "\(name) \(colour) on \(ground): \(ratio)")
      }
    }
  }

  @Test("has chart colours that stand out from the page", arguments: 1...6)
  func chartColours(_ number: Int) throws {
    for scheme in Self.schemes {
      let colour = try #require(scheme["series-\(number)"])
      #expect(Self.contrast(colour, try #require(scheme["paper"])) >= 3)
    }
  }

  /// The contrast of two colours after WCAG 2.
  private static func contrast(_ one: String, _ other: String) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { channel -> Double in
      let part = Double(channel) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
