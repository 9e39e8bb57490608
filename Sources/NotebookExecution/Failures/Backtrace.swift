import Documents
import Foundation
import NotebookSyntax
import Subprocess

/// The places of a trap in the notebook, innermost first, out of a program's line table.
struct Backtrace: Sendable {
  /// The places in the notebook.
  var positions: [SourcePosition] = []
  /// What the compiler calls the reason, for the traps of which the runtime says nothing.
  var reason: String?

  /// - Parameters:
  ///   - frames: addresses, innermost first, the first of them in the signal's handler.
  ///   - program: the program that trapped.
  ///   - path: the notebook's path, as the line table names it.
  ///   - symbolizer: the path of `llvm-symbolizer`.
  init(_ frames: [UInt64], of program: String, path: String, symbolizer: String) async {
    let addresses = Self.addresses(frames)
    guard !addresses.isEmpty else { return }
    let result = try? await StartedProcess.run { isThere in
      try await Subprocess.run(
        .path(.init(symbolizer)),
        arguments: Arguments(["--obj=\(program)", "--inlines"] + addresses),
        input: .none,
        output: .string(limit: 1 << 20),
        error: .discarded
      ) { _ in isThere() }
    }
    read(result?.standardOutput ?? "", path: path)
  }

  /// The addresses to look up: those in the program, and of each that is returned to the call before.
  private static func addresses(_ frames: [UInt64]) -> [String] {
    func isInProgram(_ frame: UInt64) -> Bool { frame < 1 << 32 }
    // The handler's own frames, then the one by which the system called it.
    let handler = frames.prefix(while: isInProgram).count + 1
    return frames.enumerated().dropFirst(handler).compactMap { index, frame in
      guard isInProgram(frame) else { return nil }
      // The innermost is where the trap is, not where a call returns to.
      return "0x" + String(index == handler ? frame : frame - 1, radix: 16)
    }
  }

  /// Lines in pairs: a function's name, then `path:line:column`.
  private mutating func read(_ text: String, path: String) {
    let lines = text.split(separator: "\n")
    for (name, place) in zip(lines, lines.dropFirst()) {
      let mark = "Swift runtime failure: "
      if reason == nil, positions.isEmpty, name.hasPrefix(mark) {
        reason = String(name.dropFirst(mark.count))
      }
      let fields = place.split(separator: ":")
      guard fields.count >= 3, let line = Int(fields[fields.count - 2]), line > 0,
        let column = Int(fields[fields.count - 1])
      else { continue }
      let file = fields.dropLast(2).joined(separator: ":")
      guard file == path || file.hasSuffix("/" + path) else { continue }
      positions.append(SourcePosition(line: line, column: max(1, column)))
    }
  }
}
