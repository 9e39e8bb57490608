import Files
import Foundation
import NotebookExecution
import Subprocess

/// Prints pages as PDF by a Chromium without a window.
///
/// 1. The page gets running heads and page numbers (`PaperStyle`).
/// 2. Chromium prints it by its style for paper, with an outline and tags for screen readers.
/// 3. The file's dates are set to a fixed one, so that the same page gives the same bytes (`PDFDates`).
package struct PDFPrinter: Sendable {
  /// Why a page cannot be printed.
  package enum Fault: Error, Hashable {
    /// There is no Chromium.
    case missing
    /// It says what is wrong, or nothing.
    case failed(String)

    package var message: String {
      switch self {
      case .missing: "there is no Chromium, which prints pages as PDF"
      case .failed(let reason): "Chromium does not print the page: " + reason
      }
    }

    package var help: String? {
      switch self {
      case .missing:
        "install it ('apt-get install chromium'), or name its program in LECTERN_CHROMIUM"
      case .failed: nil
      }
    }
  }

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]
  /// How long a page may take: formulas and charts that the browser sets take a while.
  private static let limit = Duration.seconds(120)

  /// The program that prints; `nil` where there is none.
  package let program: String?

  /// - Parameter environment: says where programs lie.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let named = environment["LECTERN_CHROMIUM"], !named.isEmpty {
      program = FileStatus.isProgram(named) ? named : nil
      return
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    program = Self.names.lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
      .first(where: FileStatus.isProgram)
  }

  /// A page as PDF.
  ///
  /// - Parameters:
  ///   - html: the page.
  ///   - title: its title, which stands above each sheet but the first.
  ///   - authors: those who wrote it.
  ///   - date: the day of the file, as `2026-11-30`; `nil` for one that is always the same.
  ///   - waitsForScripts: whether formulas or charts are set by scripts of the page.
  package func pdf(
    of html: [UInt8],
    title: String,
    authors: [String],
    date: String? = nil,
    waitsForScripts: Bool = false
  ) async throws(Fault) -> [UInt8] {
    guard let program else { throw .missing }
    let page = PaperStyle.added(to: html, title: title, authors: authors)
    do {
      let bytes = try await TemporaryFolder.with(in: nil) { folder in
        try WholeFile.write(page, to: folder.path + "/page.html")
        try await Self.print(in: folder.path, by: program, waitsForScripts)
        return try WholeFile.read(folder.path + "/page.pdf")
      }
      return PDFDates.set(in: PDFLinks.relative(in: bytes), to: date)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .failed("\((error as? WholeFile.Fault)?.message ?? "\(error)")")
    }
  }

  private static func print(
    in folder: String,
    by program: String,
    _ waitsForScripts: Bool
  ) async throws {
    var words = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--user-data-dir=\(folder)/profile",
      "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
      "--print-to-pdf=\(folder)/page.pdf",
    ]
    // The system's superuser has no sandbox.
    if getuid() == 0 { words.append("--no-sandbox") }
    if waitsForScripts { words.append("--virtual-time-budget=30000") }
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let invocation = Configuration(
      executable: .path(.init(program)),
      arguments: Arguments(words + [URL(filePath: "\(folder)/page.html").absoluteString]),
      platformOptions: options
    )
    let result = try await StartedProcess.run { isThere in
      try await Subprocess.run(
        invocation,
        input: .none,
        output: .discarded,
        error: .string(limit: 1 << 20)
      ) { execution in
        isThere()
        return await TimedProcess(execution.processIdentifier).ends(within: limit)
      }
    }
    guard result.closureResult else { throw Fault.failed("it took longer than \(limit)") }
    guard FileStatus.isThere("\(folder)/page.pdf") else {
      let lines = result.standardError.split(separator: "\n").suffix(3).joined(separator: "; ")
      throw Fault.failed(lines.isEmpty ? "it ended without a word" : lines)
    }
  }
}
