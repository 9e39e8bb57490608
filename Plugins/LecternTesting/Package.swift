// swift-tools-version: 6.0
import PackageDescription

// A package of its own, because whoever depends on a package fetches all that this depends on.
let package = Package(
  name: "LecternTesting",
  platforms: [.macOS(.v13)],
  products: [.library(name: "LecternTesting", targets: ["LecternTesting"])],
  targets: [.target(name: "LecternTesting")]
)
