import NotebookExecution
import NotebookSyntax

/// Is told what is being done with each document, by several tasks at once.
public protocol ProgressObserver: Sendable {
  /// Hears what is to come.
  /// - Parameters:
  ///   - verb: what is done with documents, such as `rendering`.
  ///   - count: how many there are.
  ///   - lines: how many are in the works at a time.
  func expect(_ verb: String, _ count: Int, lines: Int)

  /// Hears that a document is in the works.
  /// - Returns: a number that is its own.
  func begin(_ path: String) -> Int

  /// Hears what is being done with a document now.
  func tell(_ phase: ProgressPhase, of number: Int)

  /// Hears that nothing more is done with a document.
  func end(_ number: Int)
}

extension ProgressObserver {
  /// Tells of a document as long as something is done with it.
  package func following<Value>(
    _ path: String,
    _ work: (ProgressLine) async -> Value
  ) async -> Value {
    let line = line(of: path)
    defer { line.end() }
    return await work(line)
  }

  /// Tells that a document is in the works, until its line ends.
  func line(of path: String) -> ProgressLine { ProgressLine(observer: self, number: begin(path)) }
}

/// The progress of one document.
package struct ProgressLine: Sendable {
  fileprivate let observer: any ProgressObserver
  fileprivate let number: Int

  /// Says what is being done now.
  package func tell(_ phase: ProgressPhase) { observer.tell(phase, of: number) }

  /// Says that nothing more is done.
  func end() { observer.end(number) }

  /// Takes what a runner tells of a notebook.
  func following(_ notebook: Notebook) -> @Sendable (RunProgress) -> Void {
    let cells = CellNumbers(notebook)
    return { progress in cells.phase(progress).map(tell) }
  }
}

/// Does not listen.
struct NoProgress: ProgressObserver {
  func expect(_ verb: String, _ count: Int, lines: Int) {}
  func begin(_ path: String) -> Int { 0 }
  func tell(_ phase: ProgressPhase, of number: Int) {}
  func end(_ number: Int) {}
}
