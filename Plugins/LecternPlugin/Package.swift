// swift-tools-version: 6.0
import PackageDescription

// The commands for a package's documentation, from the program that a release hands out in a bundle: who
// uses them compiles nothing of it. `Scripts/release` of Lectern makes the bundle, and puts the address of a
// released one in the place of the path.
let package = Package(
  name: "LecternPlugin",
  products: [
    .plugin(name: "VerifyDocs", targets: ["VerifyDocs"]),
    .plugin(name: "AcceptDocs", targets: ["AcceptDocs"]),
    .plugin(name: "RenderDocs", targets: ["RenderDocs"]),
  ],
  targets: [
    .plugin(
      name: "VerifyDocs",
      capability: .command(
        intent: .custom(
          verb: "verify-docs",
          description: "Checks what the package's documentation promises about its code."
        )
      ),
      dependencies: ["render"]
    ),
    .plugin(
      name: "AcceptDocs",
      capability: .command(
        intent: .custom(
          verb: "accept-docs",
          description: "Writes what the examples of the documentation give now into it."
        ),
        permissions: [
          .writeToPackageDirectory(reason: "It writes what examples give now into the documents.")
        ]
      ),
      dependencies: ["render"]
    ),
    .plugin(
      name: "RenderDocs",
      capability: .command(
        intent: .custom(
          verb: "render-docs",
          description: "Makes pages of the package's Markdown, whose examples are run."
        )
      ),
      dependencies: ["render"]
    ),
    .binaryTarget(name: "render", path: "lectern.artifactbundle"),
  ]
)
