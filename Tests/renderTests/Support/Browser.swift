import Foundation
import TestSupport
import Testing

/// A page as Chromium shows it, opened from disk without a window.
struct Browser {
  /// The page's elements once all its scripts are done.
  let document: String
  /// What its scripts, or the browser about them, wrote to the console.
  let messages: [String]

  /// - Parameters:
  ///   - page: the file.
  ///   - flags: further flags for the browser.
  ///   - folder: where the browser keeps its profile.
  init(opening page: URL, flags: [String] = [], in folder: ScratchFolder) async throws {
    let arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--user-data-dir=" + folder.path("profile-" + UUID().uuidString),
      // Time runs as fast as the page's scripts get done.
      "--virtual-time-budget=20000", "--enable-logging=stderr", "--dump-dom",
    ]
    let result = try await Program(
      try Program.installed("chromium", package: "chromium"),
      arguments + flags + [page.absoluteString],
      in: folder
    ).result()
    document = result.output
    messages = result.errors.split(separator: "\n").map(String.init)
      .filter { $0.contains(":CONSOLE") }
    try #require(result.status == 0, "Chromium failed: \(result.errors)")
  }
}
