import Foundation
import ResultStore
import StoreSamples

/// Tells how long things take.
struct Measurement {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  private func store(_ name: String, limit: Int = 1 << 40) -> ResultStore {
    ResultStore(folder: folder + "/" + name, limit: limit) { print($0) }
  }

  func run() {
    reading()
    hashing()
    pruning()
  }

  private func reading() {
    let keys = (0..<30).map { Sample.key($0) }
    let results = (0..<30).map { Sample.result($0, size: 10_000) }
    let writer = store("small")
    time("write the first 30 entries of 10 KB", runs: 1) {
      for (key, result) in zip(keys, results) { writer.write(result, for: key) }
    }
    time("write 30 entries of 10 KB again") {
      for (key, result) in zip(keys, results) { writer.write(result, for: key) }
    }
    time("open a store") { _ = store("small") }
    time("open a store, read 30 entries of 10 KB") {
      let reader = store("small")
      for key in keys where reader.read(key) == nil { print("missing") }
    }
    let paths = keys.map {
      "\(folder)/small/objects/\($0.hex.prefix(2))/\($0.hex.dropFirst(2))"
    }
    time("the bare open, fstat, read, close of the same files") {
      var buffer = [UInt8](repeating: 0, count: 20_000)
      for path in paths {
        let file = open(path, O_RDONLY)
        var status = stat()
        if fstat(file, &status) != 0 || read(file, &buffer, buffer.count) < 10_000 { print("?") }
        close(file)
      }
    }
    time("make 30 keys of 8 parts, 1 KB in all") {
      for number in 0..<30 {
        var parts = KeyParts(kind: Sample.kind)
        for part in ["code", "toolchain", "flags", "modules", "imports", "inputs", "limits", "os"] {
          parts.add(part, String(repeating: "\(number)", count: 64))
        }
        if parts.key.hex.isEmpty { print("?") }
      }
    }
    time("miss 30 times") {
      for number in 1000..<1030 where writer.read(Sample.key(number)) != nil { print("?") }
    }
  }

  private func hashing() {
    let large = Sample.result(0, size: 64 << 20)
    let writer = store("large")
    time("write one entry of 64 MB", runs: 3) { writer.write(large, for: Sample.key(0)) }
    time("read one entry of 64 MB", runs: 3) { _ = writer.read(Sample.key(0)) }
  }

  private func pruning() {
    for count in [1000, 10_000, 50_000] {
      let writer = store("many\(count)")
      for number in 0..<count {
        writer.write(Sample.result(number, size: 100), for: Sample.key(number))
      }
      writer.prune(thoroughly: true)
      time("prune \(count) entries, nothing due") {
        writer.write([1], for: Sample.key(0))
        writer.prune()
      }
      time("count \(count) entries", runs: 5) { writer.prune(thoroughly: true) }
      let smaller = store("many\(count)", limit: count * 4096 / 2)
      time("drop three fifths of \(count) entries", runs: 1) { smaller.prune(thoroughly: true) }
      writer.clean()
    }
  }

  private func time(_ name: String, runs: Int = 200, _ body: () -> Void) {
    let times = (0..<runs).map { _ in ContinuousClock().measure(body) }.sorted()
    func text(_ time: Duration) -> String {
      let value = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
      return String(format: "%.3f ms", value)
    }
    print("\(name): median \(text(times[runs / 2])), least \(text(times[0]))")
  }
}
