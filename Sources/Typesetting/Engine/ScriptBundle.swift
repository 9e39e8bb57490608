import Files
import Foundation
import ResultStore

/// A library of scripts together with the glue that drives it.
enum ScriptBundle: Hashable {
  case mathematics
  case charts

  /// The library's files, below the folder of assets, in the order in which they are run.
  var files: [String] {
    switch self {
    case .mathematics:
      [
        "loader.js", "core.js", "adaptors/liteDOM.js", "input/tex-full.js", "output/svg.js",
        "output/svg/fonts/tex.js",
      ].map { "mathjax/" + $0 }
    case .charts: ["vega/vega.js", "vega/vega-lite.js"]
    }
  }

  /// After how many seconds each its scripts are looked after. Each time they lose some of what
  /// JavaScriptCore has made faster, which matters for formulas.
  var pause: Double {
    switch self {
    case .mathematics: 0.5
    case .charts: 0.1
    }
  }

  /// What the library's files find when they are run.
  private var preparation: [(name: String, source: [UInt8])] {
    let start = ("start.js", PackageResources.start_js)
    return switch self {
    case .mathematics: [start, ("helpers.js", PackageResources.helpers_js)]
    case .charts: [start]
    }
  }

  private var glue: [(name: String, source: [UInt8])] {
    switch self {
    case .mathematics:
      [
        ("factories.js", PackageResources.factories_js),
        ("attributes.js", PackageResources.attributes_js),
        ("positions.js", PackageResources.positions_js),
        ("text.js", PackageResources.text_js),
        ("packages.js", PackageResources.packages_js),
        ("markup.js", PackageResources.markup_js),
        ("trees.js", PackageResources.trees_js),
        ("safety.js", PackageResources.safety_js),
        ("numbers.js", PackageResources.numbers_js),
        ("mathematics.js", PackageResources.mathematics_js),
      ]
    case .charts:
      [
        ("textWidth.js", PackageResources.textWidth_js),
        ("appearance.js", PackageResources.appearance_js),
        ("names.js", PackageResources.names_js),
        ("charts.js", PackageResources.charts_js),
      ]
    }
  }

  /// Tells these scripts from any others: the glue by what it says, the library's files by their sizes,
  /// which differ from version to version. Their ages would make a shared store useless.
  func identity(in assets: URL) -> StoreKey {
    let library = files.map { file in
      let path = assets.appending(path: file).path
      return "\(file) \((try? FileStatus(of: path))?.size ?? 0)"
    }
    let sources = (preparation + glue).map { name, source in
      name + "\n" + String(decoding: source, as: UTF8.self)
    }
    var parts = KeyParts(kind: ResultKind("scripts", version: 1))
    parts.add(.library, texts: library)
    parts.add(.glue, texts: sources)
    return parts.key
  }

  /// Every script with its name, in the order in which they are run.
  func scripts(in assets: URL) throws(TypesettingFault) -> [(name: String, source: String)] {
    var scripts = preparation
    for file in files {
      let path = assets.appending(path: file).path
      guard let bytes = WholeFile.bytes(of: path) else { throw .fileIsMissing(path: path) }
      scripts.append((file, bytes))
    }
    return (scripts + glue).map { ($0.name, String(decoding: $0.source, as: UTF8.self)) }
  }
}
