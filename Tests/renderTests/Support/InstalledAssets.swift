import Foundation
import NotebookPages
import Testing

@testable import render

extension AssetFolder {
  /// The folder that the set-up script fills.
  static var installed: AssetFolder {
    get throws {
      for file in Page.Asset.allCases.flatMap(\.files) {
        try #require(
          FileManager.default.isReadableFile(atPath: "\(standard.source)/\(file)"),
          "\(standard.source)/\(file) is missing: run Scripts/setup"
        )
      }
      return standard
    }
  }
}
