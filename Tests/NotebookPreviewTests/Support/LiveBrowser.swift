import Foundation
import Synchronization
import TestSupport
import Testing

/// A Chromium without a window that a test leads: it opens pages, asks them and clicks on them.
///
/// It is spoken to by the DevTools protocol, over two named pipes.
final class LiveBrowser: Sendable {
  /// What the browser did not do.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// Not the folder that is previewed, in which the browser's many files would be changes.
  private let folder: ScratchFolder
  private let program: Program
  private let input: FileHandle
  private let output: FileHandle
  private let state = Mutex(State())

  private struct State {
    var count = 0
    var buffer = Data()
    var waiting: [Int: CheckedContinuation<[String: Any], any Error>] = [:]
    var fault: Fault?
  }

  /// - Parameter size: of the window.
  init(size: (width: Int, height: Int) = (1000, 700)) async throws {
    folder = try ScratchFolder()
    let name = folder.path("browser-" + UUID().uuidString)
    for end in ["in", "out"] {
      try #require(mkfifo("\(name).\(end)", 0o600) == 0)
    }
    // Opened for both, so that neither side waits for the other to open its end.
    input = try #require(FileHandle(forUpdatingAtPath: name + ".in"))
    output = try #require(FileHandle(forUpdatingAtPath: name + ".out"))
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/chromium" }.first(where: FileManager.default.isExecutableFile)
    let chromium = try #require(
      path,
      "the Debian package chromium is missing: Scripts/setup --tests installs it"
    )
    program = try Program(
      "/bin/sh",
      [
        "-c", "exec \"$@\" 3<\"\(name).in\" 4>\"\(name).out\"", "sh", chromium, "--headless",
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--remote-debugging-pipe", "--user-data-dir=\(name)",
        "--window-size=\(size.width),\(size.height)", "about:blank",
      ],
      in: folder
    )
    output.readabilityHandler = { [weak self] handle in self?.take(handle.availableData) }
  }

  /// Opens a page.
  func open(_ address: String) async throws -> LiveBrowserPage {
    let target = try await call("Target.createTarget", ["url": "about:blank"])
    let identifier = try #require(target["targetId"] as? String)
    let session = try await call(
      "Target.attachToTarget",
      ["targetId": identifier, "flatten": true]
    )
    let page = LiveBrowserPage(
      browser: self,
      session: try #require(session["sessionId"] as? String),
      target: identifier
    )
    try await page.call("Page.enable")
    try await page.call("Page.navigate", ["url": address])
    return page
  }

  /// Ends the browser, which must not outlive its test.
  func close() async throws {
    _ = try? await call("Browser.close")
    output.readabilityHandler = nil
    program.kill()
    _ = try await program.result()
  }

  /// Calls a method of the protocol.
  @discardableResult
  func call(
    _ method: String,
    _ parameters: [String: any Sendable] = [:],
    session: String? = nil
  ) async throws -> sending [String: Any] {
    let message = state.withLock { state in
      state.count += 1
      return (id: state.count, fault: state.fault)
    }
    if let fault = message.fault { throw fault }
    var fields: [String: Any] = ["id": message.id, "method": method, "params": parameters]
    fields["sessionId"] = session
    let data = try JSONSerialization.data(withJSONObject: fields) + [0]
    nonisolated(unsafe) let answer = try await withCheckedThrowingContinuation { continuation in
      state.withLock { $0.waiting[message.id] = continuation }
      input.write(data)
      // A browser that hangs must not hold up all tests.
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Patience.limit)) { [self] in
        let late = state.withLock { $0.waiting.removeValue(forKey: message.id) }
        late?.resume(throwing: Fault(description: "\(method) was not answered"))
      }
    }
    return answer
  }

  private func take(_ data: Data) {
    let messages = state.withLock { state -> [Data] in
      state.buffer += data
      var messages: [Data] = []
      while let end = state.buffer.firstIndex(of: 0) {
        messages.append(state.buffer[..<end])
        state.buffer = Data(state.buffer[state.buffer.index(after: end)...])
      }
      return messages
    }
    for message in messages {
      guard let fields = try? JSONSerialization.jsonObject(with: message) as? [String: Any],
        let id = fields["id"] as? Int,
        let continuation = state.withLock({ $0.waiting.removeValue(forKey: id) })
      else { continue }
      if let error = fields["error"] {
        continuation.resume(throwing: Fault(description: "\(error)"))
      } else {
        nonisolated(unsafe) let result = fields["result"] as? [String: Any] ?? [:]
        continuation.resume(returning: result)
      }
    }
  }
}

/// A page that a browser has open.
struct LiveBrowserPage: Sendable {
  let browser: LiveBrowser
  fileprivate let session: String
  fileprivate let target: String

  @discardableResult
  func call(_ method: String, _ parameters: [String: any Sendable] = [:]) async throws
    -> sending [String: Any]
  {
    try await browser.call(method, parameters, session: session)
  }

  /// Closes it.
  func close() async throws { try await browser.call("Target.closeTarget", ["targetId": target]) }

  /// What an expression of JavaScript comes to, as text; a promise is waited for.
  @discardableResult
  func value(_ expression: String) async throws -> String {
    let answer = try await call(
      "Runtime.evaluate",
      [
        "expression": "(async () => String(await (\(expression))))()", "awaitPromise": true,
        "returnByValue": true,
      ]
    )
    if let details = answer["exceptionDetails"] {
      throw LiveBrowser.Fault(description: "\(expression): \(details)")
    }
    let result = answer["result"] as? [String: Any]
    return try #require(result?["value"] as? String)
  }

  /// Waits for an expression to be true.
  func wait(for expression: String) async throws {
    let shown = expression.replacing("\\", with: "\\\\").replacing("`", with: "\\`")
      .replacing("${", with: "\\${")
    // A page that is loaded anew forgets what was asked, and is asked again.
    for attempt in 1... {
      do {
        try await value(
          """
          new Promise((done, fail) => {
            const end = Date.now() + \(Patience.limit * 1000);
            const look = () => {
              let found;
              try { found = \(expression) } catch {}
              if (found) done("");
              else if (Date.now() < end) setTimeout(look, 5);
              else fail(new Error("never came true: " + String.raw`\(shown)` + "\\n"
                + document.documentElement.outerHTML.slice(-3000)));
            };
            look();
          })
          """
        )
        return
      } catch let fault as LiveBrowser.Fault {
        if attempt > 20 || fault.description.contains("never came true") { throw fault }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  /// Clicks on the middle of what a selector finds first.
  func click(on selector: String) async throws {
    let place = try await value(
      """
      (() => {
        const box = document.querySelector(`\(selector)`).getBoundingClientRect();
        return (box.left + Math.min(20, box.width / 2)) + " " + (box.top + Math.min(8, box.height / 2));
      })()
      """
    ).split(separator: " ").compactMap { Double($0) }
    for kind in ["mousePressed", "mouseReleased"] {
      try await call(
        "Input.dispatchMouseEvent",
        ["type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1]
      )
    }
  }
}
