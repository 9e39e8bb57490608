import Documents
import Files
import Foundation

/// The files of a repository that differ from those of a revision, as git says: also what is not committed, what
/// git does not know yet, and both names of what was renamed.
struct ChangedFiles {
  /// The files, also what was taken away.
  private(set) var all: [String] = []
  /// The files by their places, and the folders that they lie in.
  private var paths: Set<PathKey> = []
  /// The names of these files, without their folders.
  private(set) var names: Set<String> = []

  /// Why that is not known.
  struct Fault: Error {
    var status: JobStatus
    var diagnostic: Diagnostic

    init(_ status: JobStatus, _ message: String, help: String, about path: String) {
      self.status = status
      let kind: Diagnostic.Kind = status == .usage ? .unknownRevision : .noGit
      diagnostic = Diagnostic(.error, kind, message, help: help, path: path)
    }
  }

  /// - Parameters:
  ///   - folder: a folder in the repository.
  ///   - revision: the revision. Where it has gone other ways meanwhile, what counts is where they part.
  init(in folder: String, since revision: String) throws(Fault) {
    let top = try Self.top(around: folder)
    let known = "\(revision)^{commit}"
    guard
      let commit = try? GitCall.output(
        of: ["rev-parse", "--verify", "--quiet", "--end-of-options", known],
        in: top
      ).line
    else {
      throw Fault(
        .usage,
        "git knows no revision '\(revision)' here",
        help: "correct the name, or fetch it: a shallow clone has only the newest",
        about: folder
      )
    }
    // Without a common ancestor all that differs counts.
    let base = (try? GitCall.output(of: ["merge-base", commit, "HEAD"], in: top).line) ?? commit
    do throws(GitCall.Fault) {
      let changed = try GitCall.output(
        of: ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--"],
        in: top
      )
      let new = try GitCall.output(
        of: ["ls-files", "--others", "--exclude-standard", "-z"],
        in: top
      )
      for name in GitCall.names(in: changed) + GitCall.names(in: new) {
        add(name, below: top)
      }
    } catch {
      throw Fault(
        .inputOutput,
        "git does not say what changed: \(error.message)",
        help: "see what 'git diff \(revision)' says there",
        about: folder
      )
    }
  }

  private mutating func add(_ name: String, below top: String) {
    var path = Paths.join(top, name)
    all.append(path)
    names.insert(String(name.split(separator: "/").last ?? ""))
    // A folder that was met has all above it as well.
    while path.count > top.count, paths.insert(PathKey(path)).inserted {
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
  }

  /// The top of the repository.
  private static func top(around folder: String) throws(Fault) -> String {
    do throws(GitCall.Fault) {
      let asked = ["rev-parse", "--show-toplevel"]
      return PathKey.realPath(try GitCall.output(of: asked, in: folder, hearsErrors: true).line)
    } catch {
      switch error {
      case .failed(_, _, let words):
        let line = words.split(separator: "\n").first.map(String.init) ?? error.message
        throw Fault(
          .inputOutput,
          "what changed is asked of git, and it says '\(line)'",
          help: "leave --changed-since out where documents lie in no repository",
          about: folder
        )
      case .notInstalled, .notStarted:
        throw Fault(
          .inputOutput,
          "what changed is asked of git, and \(error.message)",
          help: "install git, or leave --changed-since out",
          about: folder
        )
      }
    }
  }

  /// Whether a file changed, or a folder holds something that did.
  func contains(_ path: String) -> Bool { paths.contains(PathKey(real: path)) }

  /// The same for a path without links in it.
  func holds(realPath path: String) -> Bool { paths.contains(PathKey(path)) }
}

extension Data {
  /// The text, without its line end.
  fileprivate var line: String {
    String(decoding: self, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
