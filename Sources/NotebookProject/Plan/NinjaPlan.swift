import Files
import NotebookHTML

/// The pages as edges of a build file, one for each page and for each file that pages share.
struct NinjaPlan: Sendable {
  var pages: [PlannedPage]
  /// The forms in which they are made.
  var forms: [PageForm] = [.html]
  /// Whether each command must name its form, as it would make others else.
  var namesForms = false
  /// What is wanted of them.
  var formSettings = FormSettings()
  /// The option that names a template, for the forms that take one.
  var template: String?
  /// The program and the options that render a page, without its notebook.
  var render: [String]
  /// How many pages are made at once; `nil` leaves that to ninja.
  var jobs: Int?
  /// What every page is made from.
  var common: [String]
  var outputFolder: String
  var assets: AssetFolder
  /// What courses have besides the pages of their notebooks.
  var sites: [PlannedSite] = []
  /// The build file, and the command that writes it anew.
  var ownFile: (path: String, command: [String])?

  /// The build file's text.
  func text() throws(NinjaPath.Fault) -> String {
    var file = NinjaFile(
      comment: ownFile == nil
        ? "Written by 'render plan'; write it anew when notebooks come or go."
        : "Written by 'render plan', which ninja calls again when notebooks come, go or change."
    )
    // Without a limit of its own, a pool keeps to the number of jobs that ninja was given.
    file.add("pool", "notebooks", [("depth", String(jobs ?? 0))])
    file.add(
      "rule",
      "page",
      [
        ("command", Self.command(render) + " $form --depfile=$out.d -- $in $links"),
        ("depfile", "$out.d"), ("deps", "gcc"), ("restat", "1"), ("pool", "notebooks"),
        ("description", "render $in"),
      ]
    )
    file.add(
      "rule",
      "copy",
      [("command", "cp -f -- $in $out"), ("description", "copy $out")]
    )
    if let ownFile { try add(ownFile, to: &file) }
    let copies = copies()
    for copy in copies {
      try file.add(NinjaFile.Edge(rule: "copy", output: copy.copy, inputs: [copy.source]))
    }
    for page in pages { try file.add(edge(page)) }
    if !sites.isEmpty { addSiteRule(to: &file) }
    for site in sites { try file.add(edge(site)) }
    try file.addDefault(
      "all",
      pages.map(\.path) + sites.map(\.list) + copies.map(\.copy)
    )
    return file.text
  }

  /// A file, and its copy among the pages.
  private struct Copy: Hashable {
    var source: String
    var copy: String
  }

  /// What pages show or load, each file once. It has edges of its own, as several pages may need it,
  /// and two edges must not write the same file.
  private func copies() -> [Copy] {
    var known: Set<PathKey> = []
    return pages.flatMap { copies(of: $0) }.filter { known.insert(PathKey($0.copy)).inserted }
  }

  /// The files that are put beside a page.
  private func copies(of page: PlannedPage) -> [Copy] {
    let assets = Page.Asset.allCases.filter(page.assets.contains).flatMap { asset in
      let isInstalled = self.assets.files(of: [asset]).count == asset.files.count
      return isInstalled ? asset.files : []
    }
    return page.placed.map { Copy(source: $0.source, copy: "\(outputFolder)/\($0.place)") }
      + assets.map {
        Copy(
          source: "\(self.assets.source)/\($0)",
          copy: "\(outputFolder)/\(AssetFolder.name)/\($0)"
        )
      }
  }

  /// The options that say which forms are made, and like what.
  private func words(of forms: [PageForm]) -> [String] {
    let template = forms.contains(where: \.takesTemplate) ? template : nil
    let names = forms == [.html] && !namesForms ? [] : forms.map { "--to=" + $0.rawValue }
    return names + forms.flatMap { $0.words(of: formSettings) } + (template.map { [$0] } ?? [])
  }

  private func edge(_ page: PlannedPage) -> NinjaFile.Edge {
    let links = page.links.joined(separator: " ").replacing(/[\r\n]/, with: " ")
    let notes =
      (links.isEmpty ? [] : ["links to \(links)"])
      + (page.course.map { ["beside contents \($0)"] } ?? [])
    let form = words(of: [page.form]).map(ShellWord.quoted).joined(separator: " ")
    return NinjaFile.Edge(
      rule: "page",
      output: page.path,
      inputs: [page.notebook],
      implicit: page.origins + common,
      orderOnly: copies(of: page).map(\.copy),
      // A comment for the shell, by which ninja sees that the command is another one.
      variables: (form.isEmpty ? [] : [("form", form)])
        + (notes.isEmpty ? [] : [("links", "# " + notes.joined(separator: ", "))])
    )
  }

  private func addSiteRule(to file: inout NinjaFile) {
    file.add(
      "rule",
      "site",
      [
        (
          "command",
          Self.command(render + words(of: forms))
            + " --site-alone -- $root $contents"
        ), ("restat", "1"),
        ("description", "make what is around the pages of $root"),
      ]
    )
  }

  private func edge(_ site: PlannedSite) -> NinjaFile.Edge {
    NinjaFile.Edge(
      rule: "site",
      output: site.list,
      otherOutputs: site.files,
      implicit: site.origins + common,
      variables: [("root", ShellWord.quoted(site.folder)), ("contents", "# of \(site.digest)")]
    )
  }

  private func add(
    _ own: (path: String, command: [String]),
    to file: inout NinjaFile
  ) throws(NinjaPath.Fault) {
    file.add(
      "rule",
      "plan",
      [
        ("command", Self.command(own.command)), ("depfile", "$out.d"), ("generator", "1"),
        ("restat", "1"), ("description", "render plan"),
      ]
    )
    try file.add(NinjaFile.Edge(rule: "plan", output: own.path))
  }

  private static func command(_ words: [String]) -> String {
    NinjaFile.escaped(words.map(ShellWord.quoted).joined(separator: " "))
  }
}
