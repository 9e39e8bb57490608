import Files

/// Where on the web the notebooks of a course can be changed.
struct EditAddress: Sendable {
  /// What stands before a path from the project's folder on.
  let start: String

  /// - Parameter files: where the root of the repository is looked for.
  /// - Returns: `nil` where nobody says where the repository is.
  init?(_ project: ProjectFile, in files: FileView) {
    guard let repository = project.repository else { return nil }
    let inner = Self.folder(of: project, in: files)
      .map { LocalAddress.encoded($0) + "/" }.joined()
    start = repository.trimmingGit + Self.way(of: repository) + inner
  }

  /// How hosts of repositories name what can be changed on the main branch.
  private static func way(of repository: String) -> String {
    let host = repository.split(separator: "/").dropFirst().first ?? ""
    if host.contains("gitlab") { return "/-/edit/HEAD/" }
    return host == "codeberg.org" ? "/_edit/HEAD/" : "/edit/HEAD/"
  }

  /// The names of the folders from the root of the repository to the project's.
  private static func folder(of project: ProjectFile, in files: FileView) -> [String] {
    let names = RelativePath.names(PathKey.realPath(project.folder))
    for count in stride(from: names.count, through: 0, by: -1) {
      let folder = "/" + names.prefix(count).joined(separator: "/")
      if files.item(at: Paths.join(folder, ".git")) != nil {
        return Array(names.dropFirst(count))
      }
    }
    return []
  }

  /// The address of a notebook.
  /// - Parameter inner: its path from the project's folder on.
  func address(of inner: String) -> String { start + LocalAddress.encoded(inner) }
}

extension String {
  /// The address of a repository as a page of its host.
  fileprivate var trimmingGit: String { hasSuffix(".git") ? String(dropLast(4)) : self }
}
