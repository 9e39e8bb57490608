import NotebookSyntax
import SwiftSyntax

/// What only a package's manifest says.
enum ManifestWords {
  static func occur(in text: String) -> Bool {
    text.contains("import PackageDescription") || text.contains("swift-tools-version:")
      || text.contains(/=\s*Package\(/)
      || text.contains(/\.package\(\s*(url|path|name|id):/)
      || text.contains(/\.product\(\s*name:\s*"[^"]*",\s*package:/)
      || text.contains(/\.(executableTarget|testTarget|binaryTarget|systemLibrary)\(\s*name:/)
      || text.contains(/\.target\(\s*name:\s*"[^"]*",\s*(dependencies|path|swiftSettings|plugins):/)
  }
}

/// The beginnings of commands that people type into a shell.
enum ShellWords {
  /// Whether the first line of a text that is no Swift is one of them.
  static func begin(_ text: String) -> Bool {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard let first = lines.first(where: { !$0.hasPrefix("#") && !$0.hasPrefix("//") }) else {
      return false
    }
    if first.hasPrefix("$ ") || first.hasPrefix("% ") || first.hasPrefix("> ") { return true }
    let words = first.split(separator: " ", maxSplits: 2)
    return words.count > 1 && programs.contains(String(words[0]))
  }

  private static let programs: Set = [
    "swift", "git", "brew", "cd", "mkdir", "curl", "make", "cmake", "docker", "pod", "carthage",
    "mint", "apt", "apt-get", "sudo", "xcodebuild", "xcrun", "export", "echo", "cat", "npm", "bash",
  ]
}

/// Code that imports or names what other platforms have.
enum OtherPlatform {
  static func isMeant(by tree: SourceFileSyntax) -> Bool {
    let visitor = PlatformVisitor(viewMode: .sourceAccurate)
    visitor.walk(tree)
    return visitor.isFound
  }

  #if os(Linux)
    fileprivate static let modules = apple.union(windows)
  #elseif os(Windows)
    fileprivate static let modules = apple.union(linux)
  #else
    fileprivate static let modules = linux.union(windows)
  #endif

  private static let linux: Set = ["Glibc", "Musl", "Android"]
  private static let windows: Set = ["WinSDK", "ucrt", "CRT"]
  private static let apple: Set = [
    "ARKit", "AVFoundation", "AVKit", "Accelerate", "AppIntents", "AppKit",
    "AuthenticationServices",
    "CloudKit", "Cocoa", "Combine", "CoreData", "CoreFoundation", "CoreGraphics", "CoreImage",
    "CoreLocation", "CoreML", "CoreText", "CryptoKit", "Darwin", "GameKit", "HealthKit", "ImageIO",
    "LocalAuthentication", "MapKit", "Metal", "MetalKit", "NaturalLanguage", "Network",
    "ObjectiveC", "OSLog", "PDFKit", "PencilKit", "Photos", "PhotosUI", "PlaygroundSupport",
    "QuartzCore", "RealityKit", "SafariServices", "SceneKit", "Security", "SpriteKit", "StoreKit",
    "SwiftData", "SwiftUI", "TVUIKit", "UIKit", "UniformTypeIdentifiers", "UserNotifications",
    "Vision", "WatchKit", "WebKit", "WidgetKit", "os", "simd",
  ]
}

private final class PlatformVisitor: SyntaxVisitor {
  private(set) var isFound = false

  // A condition says itself where its code is for.
  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    if let name = node.path.first?.name.text {
      isFound = isFound || OtherPlatform.modules.contains(name)
    }
    return .skipChildren
  }

  #if !canImport(SwiftUI)
    override func visit(_ node: SomeOrAnyTypeSyntax) -> SyntaxVisitorContinueKind {
      isFound = isFound || ["View", "Scene"].contains(node.constraint.trimmedDescription)
      return .visitChildren
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
      note(node.name.text)
      return .visitChildren
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
      note(node.baseName.text)
      return .visitChildren
    }

    /// Types of UIKit and AppKit that no other library has a name for.
    private func note(_ name: String) {
      isFound =
        isFound
        || name.wholeMatch(
          of: /(UI|NS)[A-Z][A-Za-z]*(View|Controller|Window|Application|Button|Color|Image)/
        ) != nil
    }
  #endif
}
