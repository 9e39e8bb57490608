import Foundation
import TestSupport
import Testing

@Suite("A release", .serialized)
struct ReleaseTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("is a bundle, by which a package checks, accepts and renders its documentation")
  func plugins() async throws {
    let archive = try await makeRelease()
    try await unpack(archive)
    try writePackage()

    let broken = try await package("verify-docs")
    #expect(broken.status == 1)
    let told = broken.output + broken.errors
    #expect(told.contains("Sources/Shapes/Square.swift:4:33: error: '5.0' is promised"), "\(told)")
    #expect(told.contains("2 documents, 2 cells run, 1 promise kept, 1 broken"))

    let refused = try await package("accept-docs")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--allow-writing-to-package-directory"))
    #expect(try folder.read("shapes/Sources/Shapes/Square.swift") == Self.square)

    let accepted = try await package("--allow-writing-to-package-directory", "accept-docs")
    #expect(accepted.status == 0, "\(accepted.output)\(accepted.errors)")
    let after = Self.square.replacing("=> 5.0", with: "=> 4.0")
    #expect(try folder.read("shapes/Sources/Shapes/Square.swift") == after)

    let rendered = try await package("render-docs")
    #expect(rendered.status == 0, "\(rendered.output)\(rendered.errors)")
    let page = try folder.read("shapes/.build/plugins/RenderDocs/outputs/pages/README.html")
    #expect(page.contains("9.0"))

    // The package's own build is left alone, nothing was fetched for it, and nothing lies beside it.
    let names = try folder.names(in: "shapes")
    #expect(!names.contains { $0.hasPrefix(".build/debug") || $0.hasPrefix(".build/checkouts/") })
    let beside = Set(names.map { $0.prefix { $0 != "/" } })
    #expect(beside == [".build", "Package.swift", "README.md", "Sources"])
  }

  @Test("is not made where something is wrong with what is asked for, and what is told")
  func refusals() async throws {
    #expect(try await release("--program", "nowhere").status == 66)
    #expect(try await release("--output").status == 64)
    let address = try await release("--url", "http://example.org")
    #expect(address.status == 64)
    #expect(address.errors.contains("begins with https://"))
    let wrong = try await release("--outptu", "x")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("there is no option '--outptu'"))
    #expect(try folder.names().allSatisfy { $0.hasPrefix(".") })
  }

  private func release(_ arguments: String...) async throws -> Program.Result {
    let script = PackageFiles.folder.appending(path: "Scripts/release").path
    return try await Program(script, arguments, in: folder).result()
  }

  private func package(_ arguments: String...) async throws -> Program.Result {
    try await Program(
      "/usr/bin/env",
      ["swift", "package", "--package-path", folder.path("shapes")] + arguments,
      in: folder
    ).result()
  }

  /// Makes a release of this program.
  /// - Returns: the path of its archive.
  private func makeRelease() async throws -> String {
    let made = try await release(
      "--program",
      Program.render,
      "--output",
      "release",
      "--url",
      "https://example.org/0.1.0/"
    )
    try #require(made.status == 0, "\(made.output)\(made.errors)")
    let words = made.output.split { " \n".contains($0) }.map(String.init)
    let archive = try #require(words.first { $0.hasSuffix(".artifactbundle.zip") })
    let checksum = try #require(words.firstIndex(of: "checksum").map { words[$0 + 1] })
    #expect(made.output.contains("the oldest glibc that serves: 2."))
    // It is the one by which SwiftPM knows the archive.
    let computed = try await Program(
      "/usr/bin/env",
      ["swift", "package", "compute-checksum", archive],
      in: folder
    ).result()
    #expect(computed.output == checksum + "\n")
    let manifest = try folder.read("release/LecternPlugin/Package.swift")
    let name = try #require(archive.split(separator: "/").last)
    let target = #"url: "https://example.org/0.1.0/\#(name)", checksum: "\#(checksum)")"#
    #expect(manifest.contains(target), "\(manifest)")
    return archive
  }

  /// Puts the archive's bundle where the plugins' package has it.
  private func unpack(_ archive: String) async throws {
    let plugins = PackageFiles.folder.appending(path: "Plugins/LecternPlugin").path
    try FileManager.default.copyItem(atPath: plugins, toPath: folder.path("LecternPlugin"))
    try? FileManager.default.removeItem(
      atPath: folder.path("LecternPlugin/lectern.artifactbundle")
    )
    let unzipped = try await Program(
      "/usr/bin/env",
      ["unzip", "-q", archive, "-d", folder.path("LecternPlugin")],
      in: folder
    ).result()
    try #require(unzipped.status == 0, "\(unzipped.errors)")
  }

  private static let square = """
    /// A square.
    ///
    /// ```swift
    /// Square(side: 2).area  // => 5.0
    /// ```
    public struct Square {
      var side: Double
      public init(side: Double) { self.side = side }
      public var area: Double { side * side }
    }

    """

  private func writePackage() throws {
    let manifest = """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "Shapes",
        dependencies: [.package(path: "../LecternPlugin")],
        targets: [.target(name: "Shapes")]
      )
      """
    try folder.write(manifest, to: "shapes/Package.swift")
    try folder.write(Self.square, to: "shapes/Sources/Shapes/Square.swift")
    try folder.write(
      "# Shapes\n\n```swift\nimport Shapes\nSquare(side: 3).area  // => 9.0\n```\n",
      to: "shapes/README.md"
    )
  }
}
