import LibrarySources
import TestSupport
import Testing

@testable import NotebookExecution

@Suite("The processor's level")
struct ProcessorLevelTests {
  private static let v3 = "fpu avx avx2 bmi1 bmi2 f16c fma abm movbe xsave sse2"
  private static let v4 = v3 + " avx512f avx512bw avx512cd avx512dq avx512vl"

  @Test(
    "is what all processors of the machine reach",
    arguments: [
      ([v4, v4], .avx512), ([v4, v3], .avx2), ([v3], .avx2), (["fpu sse2 avx2"], .common),
      ([v3, "fpu sse2"], .common), ([v4.replacing(" fma", with: "")], .common), ([], .common),
    ] as [([String], ProcessorLevel)]
  )
  func level(flags: [String], expected: ProcessorLevel) {
    let cpuinfo = flags.enumerated().map { number, flags in
      "processor\t: \(number)\nflags\t\t: \(flags)\nbugs\t\t: avx512f fma\n\n"
    }
    #expect(ProcessorLevel(cpuinfo: cpuinfo.joined()) == expected)
    #expect(ProcessorLevel(cpuinfo: "Features : fp asimd\n") == .common)
  }

  @Test("changes the speed of the kernels, and no bit of what they compute")
  func sameBits() async throws {
    let place = try FixturePackage([:])
    defer { place.remove() }
    let toolchain = try #require(Toolchain(compiler: nil))
    var sums: Set<String> = []
    for level in Set([ProcessorLevel.common, .own]) {
      let build = LibraryBuild(
        try Self.kernels(),
        needing: [],
        with: toolchain,
        in: place.folder.appending(path: "libraries").path,
        for: level
      )
      try await build.ensure(WorkSlots(1))
      let trial = try await Trial(
        "```swift\nimport Kernels\nchecksum()\n```\n",
        libraries: NotebookLibraries(modules: ["Kernels": build.module])
      )
      sums.insert(trial.dump)
    }
    #expect(sums.count == 1)
    #expect(sums.first?.contains("val| ") == true)
  }

  /// The kernels of `LayerCalculus` alone, and a sum of the bits of much that they compute.
  private static func kernels() throws -> LibrarySource {
    let library = try #require(LibrarySource.all.first { $0.name == "LayerCalculus" })
    let files = library.files.filter { $0.name.hasPrefix("Kernels/") }
    #expect(files.count > 5)
    return LibrarySource(
      name: "Kernels",
      dependencies: [],
      files: files + [.init(name: "Checksum.swift", text: checksum)]
    )
  }

  private static let checksum = """
    import Foundation

    extension Double {
      var naturalLogarithm: Double { log(self) }
      var logarithmOfOnePlusSelf: Double { log1p(self) }
      static func propagatingMaximum(_ a: Double, _ b: Double) -> Double {
        a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
      }
    }

    public func checksum() -> UInt64 {
      var seed: UInt64 = 17
      func numbers(_ count: Int) -> [Double] {
        (0..<count).map { _ in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Double(Int64(bitPattern: seed) >> 11) * 0x1p-50
        }
      }
      var sum: UInt64 = 0
      func add(_ values: [Double]) { for value in values { sum = sum &* 31 &+ value.bitPattern } }
      for count in Array(1...70) + [5000, 70_001] {
        numbers(count).withUnsafeBufferPointer { x in
          guard let start = x.baseAddress else { return }
          add([Double](count: count) { Exponential.write(start, to: $0, count) })
          add([PairwiseSum.of(start, count: count), PairwiseSum.dot(start, start, count: count)])
          add([Double](count: count) { _ = SoftmaxKernel.write(start, to: $0, count, threads: 2) })
        }
      }
      for rows in 1...27 {
        for columns in 1...27 {
          let inner = 1 + (rows * 37 + columns * 11) % 211
          let (left, right) = (numbers(rows * inner), numbers(inner * columns))
          left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
              guard let a = left.baseAddress, let b = right.baseAddress else { return }
              add([Double](count: rows * columns) {
                MatrixProduct.write(
                  MatrixFactor(a, rows: rows, columns: inner),
                  MatrixFactor(b, rows: inner, columns: columns),
                  to: $0,
                  threads: 1
                )
              })
              add([Double](count: columns) {
                RowCombination(a, b, rows: inner, columns: columns).write(to: $0)
              })
            }
          }
        }
      }
      return sum
    }

    """
}
