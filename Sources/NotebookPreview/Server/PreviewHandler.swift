import FlyingFox
import Foundation
import NotebookProject

/// Answers the requests of browsers.
struct PreviewHandler: HTTPHandler {
  let preview: Preview
  let folder: ServedFolder
  let requests: RequestGuard
  let session: PreviewSession
  /// The page at the root; `nil` for the list of all.
  let start: String?
  /// Hears that a reader points at a line of a page's notebook.
  let point: @Sendable (_ page: String, _ line: Int) async -> Void

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let refusal = requests.refusal(
      method: request.method.rawValue,
      host: request.headers[.host],
      origin: request.headers[HTTPHeader("Origin")],
      site: request.headers[HTTPHeader("Sec-Fetch-Site")],
      mode: request.headers[HTTPHeader("Sec-Fetch-Mode")]
    )
    if let refusal { return Self.text(refusal + "\n", .forbidden) }
    guard [HTTPMethod.GET, .HEAD].contains(request.method) else {
      return Self.text("there is nothing to be sent here\n", .methodNotAllowed)
    }
    var response = try await answer(request)
    if request.method == .HEAD { response.payload = .httpBody(HTTPBodySequence()) }
    return response
  }

  private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
    switch RequestPath(request.target.path()) {
    case .own("socket"): return try await socket(request)
    case .own(""): return await sitePage(Preview.listName, request) ?? Self.nothing
    case .own(let name):
      guard let text = ClientFiles.text(named: name) else { return Self.nothing }
      return Self.response(Array(text.utf8), type: ServedFolder.mediaType(of: name))
    case .file(""):
      guard let start else { return await sitePage(Preview.listName, request) ?? Self.nothing }
      return HTTPResponse(
        statusCode: .found,
        headers: HTTPHeaders([.location: RequestPath.address(of: start)])
      )
    case .file(let path): return await file(path, request)
    case nil: return Self.nothing
    }
  }

  /// A page that no notebook is behind; `nil` where there is none of that name.
  private func sitePage(_ page: String, _ request: HTTPRequest) async -> HTTPResponse? {
    guard let shown = await preview.openSite(page), let html = shown.html else { return nil }
    return Self.response(
      ServedPage(html, policy: shown.policy, named: page, version: shown.version, session),
      request
    )
  }

  private func file(_ path: String, _ request: HTTPRequest) async -> HTTPResponse {
    if let shown = await preview.open(path) {
      guard let html = shown.html else {
        return Self.response(ServedPage.waiting(for: path, session), request)
      }
      let page = ServedPage(
        html,
        policy: shown.policy,
        named: path,
        version: shown.version,
        session
      )
      return Self.response(page, request)
    }
    if let page = await sitePage(path, request) { return page }
    if path.hasSuffix("/") { return await file(path + "index.html", request) }
    let searchFile = await preview.searchFile(path)
    guard let bytes = searchFile ?? folder.contents(of: path) else { return Self.nothing }
    return Self.response(bytes, type: ServedFolder.mediaType(of: path))
  }

  private func socket(_ request: HTTPRequest) async throws -> HTTPResponse {
    func parameter(_ name: String) -> String? {
      request.query.first { $0.name == name }?.value
    }
    let isSame = parameter("session") == session.name
    let handler = WebSocketHTTPHandler.webSocket(
      PageSocket(
        preview: preview,
        page: parameter("page") ?? "",
        version: isSame ? parameter("version").flatMap { Int($0) } : -1,
        point: point
      )
    )
    return try await handler.handleRequest(request)
  }

  private static let nothing = text("there is nothing of this name\n", .notFound)

  private static func text(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
    response(Array(text.utf8), type: "text/plain; charset=utf-8", status)
  }

  private static func response(_ page: ServedPage, _ request: HTTPRequest) -> HTTPResponse {
    response(
      page.html,
      type: "text/html; charset=utf-8",
      policy: page.header(host: request.headers[.host] ?? "")
    )
  }

  private static func response(
    _ bytes: [UInt8],
    type: String,
    policy: String? = nil,
    _ status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    // No other site may frame the pages, or read them.
    let policy = [policy, "frame-ancestors 'self'"].compactMap { $0 }.joined(separator: "; ")
    return HTTPResponse(
      statusCode: status,
      headers: HTTPHeaders([
        .contentType: type,
        .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Content-Security-Policy"): policy,
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      ]),
      body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: 1 << 18)
    )
  }
}
