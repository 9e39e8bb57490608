/// What runs in the browser, embedded so that the executable stands alone.
enum ClientFiles {
  private static let files: [String: [UInt8]] = [
    "preview.js": PackageResources.preview_js, "blocks.js": PackageResources.blocks_js,
    "morph.js": PackageResources.morph_js, "place.js": PackageResources.place_js,
    "notices.js": PackageResources.notices_js, "index.css": PackageResources.index_css,
  ]

  static func text(named name: String) -> String? {
    files[name].map { String(decoding: $0, as: UTF8.self) }
  }
}
