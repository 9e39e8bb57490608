import Files
import NotebookHTML
import Typesetting

/// What pages load in the browser, put beside them so that they need no network.
struct AssetFolder: Sendable {
  /// The folder's name below the output folder.
  static let name = "assets"

  /// Where the set-up script puts the files.
  let source: String

  /// The folder that formulas are set from, too.
  static var standard: AssetFolder { AssetFolder(source: Typesetter.defaultAssets.path) }

  /// The files of some assets, where they are installed.
  func files(of assets: Set<Page.Asset>) -> [String] {
    Page.Asset.allCases.filter(assets.contains).flatMap(\.files).map { "\(source)/\($0)" }
      .filter(FileView().isReadable)
  }

  /// Puts what pages need into the output folder.
  /// - Returns: the assets that are not installed.
  func copy(_ assets: Set<Page.Asset>, to outputFolder: String) throws(WholeFile.Fault) -> [Page
    .Asset]
  {
    var missing: [Page.Asset] = []
    for asset in Page.Asset.allCases where assets.contains(asset) {
      for file in asset.files {
        guard FileView().isReadable("\(source)/\(file)") else {
          missing.append(asset)
          break
        }
        try WholeFile.copy("\(source)/\(file)", to: "\(outputFolder)/\(Self.name)/\(file)")
      }
    }
    return missing
  }
}
