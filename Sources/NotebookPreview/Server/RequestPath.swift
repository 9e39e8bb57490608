import Foundation

/// What a request asks for, below the folder of pages.
enum RequestPath: Sendable, Equatable {
  /// One of the preview's own files, by its name.
  case own(String)
  /// A page or another file, by its path.
  case file(String)

  /// The folder of what belongs to the preview itself. No page can have its name: what is hidden is left out.
  static let ownFolder = ".preview"

  /// - Parameter path: as it stands in the request, with percent signs.
  /// - Returns: `nil` where it leads out of the folder, or can be no path.
  init?(_ path: String) {
    guard path.hasPrefix("/") else { return nil }
    var names: [String] = []
    for name in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = String(name).removingPercentEncoding,
        name != ".", name != "..", !name.utf8.contains(0), !name.contains("/"), !name.contains("\\")
      else { return nil }
      names.append(name)
    }
    if names.first == Self.ownFolder {
      self = .own(names.dropFirst().joined(separator: "/"))
    } else {
      self = .file(names.joined(separator: "/"))
    }
  }

  /// A page's address, from the server's root.
  static func address(of page: String) -> String {
    "/"
      + page.split(separator: "/").map { name in
        String(name).addingPercentEncoding(
          withAllowedCharacters: .urlPathAllowed.subtracting([";"])
        )
          ?? String(name)
      }.joined(separator: "/")
  }
}
