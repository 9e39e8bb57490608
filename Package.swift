// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Lectern",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "render", targets: ["render"]),
    .library(name: "NotebookDisplay", targets: ["NotebookDisplay"]),
    .library(name: "LayerCalculus", targets: ["LayerCalculus"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "NotebookProject", targets: ["NotebookProject"]),
    .library(name: "LecternTesting", targets: ["LecternTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
        .brew(["cmark-gfm"]),
      ]
    ),
    .systemLibrary(
      name: "Nettle",
      pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]
    ),
    .systemLibrary(
      name: "Zlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(name: "CIndexStore"),
    .systemLibrary(name: "Mimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .target(name: "Documents"),
    .target(name: "NotebookSyntax", dependencies: ["CMarkGFM", "Documents", "Yams"]),
    .target(name: "Bibliography", dependencies: ["Documents"]),
    .target(name: "FormulaChecks", dependencies: ["Documents"]),
    .target(name: "Processes"),
    .target(name: "Files", dependencies: ["Processes"]),
    .target(name: "ResultStore", dependencies: ["Files", "Nettle"]),
    .target(name: "NotebookDisplay"),
    .target(name: "LecternTesting", path: "Plugins/LecternTesting/Sources/LecternTesting"),
    .target(name: "Timing"),
    .executableTarget(name: "embedder", path: "Plugins/embedder"),
    .plugin(name: "EmbedLibraries", capability: .buildTool(), dependencies: ["embedder"]),
    .target(name: "LibrarySources", plugins: ["EmbedLibraries"]),
    .target(
      name: "NotebookTranscript",
      dependencies: ["Documents", "NotebookSyntax", "NotebookDisplay", "ResultStore"]
    ),
    .target(
      name: "NotebookPrograms",
      dependencies: [
        "Documents", "NotebookSyntax",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
      ]
    ),
    .target(
      name: "NotebookExecution",
      dependencies: [
        "CIndexStore", "Documents", "LibrarySources", "NotebookSyntax", "NotebookPrograms",
        "NotebookTranscript",
        "NotebookDisplay", "ResultStore", "Timing", "Processes", "Files",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]
    ),
    .target(
      name: "NotebookChecks",
      dependencies: ["Documents", "NotebookSyntax", "NotebookTranscript", "NotebookDisplay"]
    ),
    .target(
      name: "Templates",
      path: "Templates",
      resources: [
        .embedInCode("page.mustache"), .embedInCode("page.css"), .embedInCode("course.css"),
        .embedInCode("slides.mustache"), .embedInCode("slides.css"), .embedInCode("slides.js"),
        .embedInCode("page.js"), .embedInCode("course.js"), .embedInCode("search.js"),
        .embedInCode("search.css"),
        .embedInCode("mathematics.js"), .embedInCode("charts.js"),
      ]
    ),
    .target(
      name: "Typesetting",
      dependencies: ["Documents", "Files", "ResultStore", "Timing"],
      resources: [
        .embedInCode("Scripts/start.js"), .embedInCode("Scripts/helpers.js"),
        .embedInCode("Scripts/factories.js"), .embedInCode("Scripts/attributes.js"),
        .embedInCode("Scripts/positions.js"), .embedInCode("Scripts/text.js"),
        .embedInCode("Scripts/numbers.js"), .embedInCode("Scripts/names.js"),
        .embedInCode("Scripts/packages.js"), .embedInCode("Scripts/markup.js"),
        .embedInCode("Scripts/trees.js"),
        .embedInCode("Scripts/safety.js"), .embedInCode("Scripts/mathematics.js"),
        .embedInCode("Scripts/textWidth.js"), .embedInCode("Scripts/appearance.js"),
        .embedInCode("Scripts/charts.js"),
      ]
    ),
    .target(
      name: "NotebookLayout",
      dependencies: [
        "Documents", "NotebookSyntax", "NotebookTranscript", "NotebookDisplay", "Bibliography",
      ]
    ),
    .target(
      name: "NotebookHTML",
      dependencies: [
        "Documents", "NotebookSyntax", "NotebookTranscript", "NotebookLayout", "NotebookDisplay",
        "Bibliography",
        "Templates", "Typesetting", "ResultStore", "Timing",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "NotebookMarkdown",
      dependencies: [
        "Bibliography", "Documents", "NotebookLayout", "NotebookSyntax", "NotebookTranscript",
      ]
    ),
    .target(
      name: "NotebookJupyter",
      dependencies: [
        "Documents", "NotebookDisplay", "NotebookLayout", "NotebookMarkdown", "NotebookSyntax",
        "NotebookTranscript",
      ]
    ),
    .target(
      name: "NotebookSlides",
      dependencies: ["Documents", "NotebookHTML", "NotebookLayout", "NotebookSyntax", "Templates"]
    ),
    .target(
      name: "NotebookPDF",
      dependencies: [
        "Files", "NotebookExecution",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]
    ),
    .target(
      name: "NotebookReports",
      dependencies: [
        "Documents", "Files", "NotebookChecks", "NotebookSyntax", "NotebookTranscript",
      ]
    ),
    .target(name: "LayerCalculus", dependencies: ["NotebookDisplay"]),
    .target(name: "Plotting", dependencies: ["NotebookDisplay"]),
    .target(
      name: "NotebookProject",
      dependencies: [
        "Documents", "Files", "FormulaChecks", "LibrarySources", "NotebookSyntax",
        "NotebookPrograms",
        "NotebookExecution", "NotebookTranscript", "NotebookChecks", "NotebookLayout",
        "NotebookHTML",
        "NotebookMarkdown", "NotebookJupyter", "NotebookPDF", "NotebookSlides", "Bibliography",
        "Typesetting",
        "Templates", "ResultStore", "Processes",
        "Timing", "Zlib",
      ],
      resources: [
        .embedInCode("New/Course/lectern.yml"), .embedInCode("New/Course/mean.md"),
        .embedInCode("New/Course/descent.md"), .embedInCode("New/Course/references.bib"),
        .embedInCode("New/Course/gitignore"),
      ]
    ),
    .target(
      name: "NotebookPreview",
      dependencies: [
        "Documents", "Files", "Processes", "NotebookExecution", "NotebookHTML", "NotebookProject",
        "NotebookReports",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("Client/preview.js"), .embedInCode("Client/blocks.js"),
        .embedInCode("Client/morph.js"), .embedInCode("Client/place.js"),
        .embedInCode("Client/notices.js"), .embedInCode("Client/index.css"),
      ]
    ),
    .executableTarget(
      name: "render",
      dependencies: [
        "NotebookProject", "NotebookPreview", "NotebookReports", "Documents", "Files",
        "NotebookExecution",
        "NotebookSyntax", "NotebookChecks", "ResultStore", "Processes", "Timing",
        .byName(name: "Mimalloc", condition: .when(platforms: [.linux])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(
      name: "TestSupport",
      dependencies: [
        "Documents", "NotebookDisplay", "NotebookSyntax", "NotebookTranscript", "Processes",
      ],
      path: "Tests/TestSupport"
    ),
    .target(
      name: "StoreSamples",
      dependencies: ["ResultStore", "TestSupport"],
      path: "Tests/StoreSamples"
    ),
    // A process for the tests to kill, and to write beside others.
    .executableTarget(
      name: "storeworker",
      dependencies: ["ResultStore", "StoreSamples", "TestSupport"],
      path: "Tests/StoreWorker"
    ),
    .testTarget(
      name: "ResultStoreTests",
      dependencies: ["Files", "ResultStore", "StoreSamples", "TestSupport", "storeworker"]
    ),
    .testTarget(
      name: "NotebookDisplayTests",
      dependencies: ["NotebookDisplay", "TestSupport"]
    ),
    .testTarget(
      name: "LayerCalculusTests",
      dependencies: ["LayerCalculus", "NotebookDisplay", "TestSupport"]
    ),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting", "NotebookDisplay"]),
    .testTarget(
      name: "NotebookSyntaxTests",
      dependencies: ["Documents", "NotebookSyntax", "TestSupport"],
      exclude: ["Cases"]
    ),
    .testTarget(
      name: "NotebookProgramsTests",
      dependencies: ["Documents", "NotebookPrograms", "NotebookSyntax", "TestSupport"]
    ),
    .testTarget(
      name: "NotebookTranscriptTests",
      dependencies: ["Documents", "NotebookDisplay", "NotebookSyntax", "NotebookTranscript"]
    ),
    .testTarget(
      name: "NotebookExecutionTests",
      dependencies: [
        "Documents", "NotebookExecution", "NotebookPrograms", "NotebookTranscript",
        "LibrarySources", "ResultStore", "Timing", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Cases"]
    ),
    .testTarget(
      name: "NotebookLayoutTests",
      dependencies: [
        "Bibliography", "Documents", "NotebookLayout", "NotebookSyntax", "NotebookTranscript",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "NotebookHTMLTests",
      dependencies: [
        "Documents", "NotebookLayout", "NotebookHTML", "NotebookTranscript", "Bibliography",
        "ResultStore", "Typesetting", "TestSupport",
      ],
      exclude: ["Cases"]
    ),
    .testTarget(
      name: "NotebookMarkdownTests",
      dependencies: [
        "Documents", "NotebookHTML", "NotebookLayout", "NotebookMarkdown", "NotebookSyntax",
        "NotebookTranscript", "Bibliography", "Typesetting", "TestSupport",
      ],
      exclude: ["Cases"]
    ),
    .testTarget(
      name: "NotebookJupyterTests",
      dependencies: [
        "Documents", "NotebookJupyter", "NotebookLayout", "NotebookMarkdown", "NotebookSyntax",
        "TestSupport",
      ],
      exclude: ["Cases"]
    ),
    .testTarget(name: "NotebookPDFTests", dependencies: ["NotebookPDF"]),
    .testTarget(
      name: "NotebookSlidesTests",
      dependencies: [
        "Documents", "NotebookHTML", "NotebookSlides", "NotebookSyntax", "TestSupport",
      ]
    ),
    .testTarget(
      name: "NotebookChecksTests",
      dependencies: [
        "Documents", "NotebookChecks", "NotebookSyntax", "NotebookPrograms", "NotebookTranscript",
        "NotebookDisplay", "TestSupport",
      ]
    ),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(
      name: "FormulaChecksTests",
      dependencies: ["Documents", "FormulaChecks", "Typesetting"]
    ),
    .testTarget(name: "BibliographyTests", dependencies: ["Bibliography", "Documents"]),
    .testTarget(name: "TimingTests", dependencies: ["Timing", "TestSupport"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "ResultStore", "Timing"]),
    .testTarget(
      name: "NotebookReportsTests",
      dependencies: ["Documents", "NotebookReports", "NotebookChecks", "TestSupport"],
      exclude: ["Cases", "junit.xsd"]
    ),
    .testTarget(
      name: "NotebookProjectTests",
      dependencies: [
        "Documents", "Files", "NotebookProject", "NotebookSyntax", "NotebookExecution",
        "NotebookLayout", "NotebookHTML", "NotebookTranscript", "ResultStore", "Typesetting",
        "TestSupport",
      ]
    ),
    .executableTarget(
      name: "previewworker",
      dependencies: ["NotebookExecution", "NotebookPreview", "NotebookProject", "ResultStore"],
      path: "Tests/PreviewWorker"
    ),
    .testTarget(
      name: "NotebookPreviewTests",
      dependencies: [
        "Files", "NotebookExecution", "NotebookPreview", "NotebookProject", "ResultStore",
        "TestSupport", "previewworker",
      ]
    ),
    .testTarget(
      name: "renderTests",
      dependencies: [
        "Documents", "Files", "render", "NotebookReports", "NotebookProject", "TestSupport",
        "ResultStore",
        "NotebookExecution",
      ],
      exclude: ["Cases", "Verify/Cases", "Verify/Packages"]
    ),
  ],
  swiftLanguageModes: [.v6]
)
