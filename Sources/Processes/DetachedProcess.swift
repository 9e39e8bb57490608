import Foundation

/// A program that is the user's own, such as an editor: it has a session of its own, and stays when this one
/// ends.
package enum DetachedProcess {
  /// `POSIX_SPAWN_SETSID`
  #if canImport(Darwin)
    private static let ownSession: Int16 = 0x400
  #else
    private static let ownSession: Int16 = 0x80
  #endif

  /// Starts a program, which is looked for on the `PATH`. Nobody waits for it.
  /// - Returns: why it cannot be started; `nil` where it is.
  package static func start(_ words: [String]) -> String? {
    guard let name = words.first, let step = UnbrokenStep() else { return nil }
    defer { step.end() }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    posix_spawnattr_setflags(&attributes, ownSession)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var id: pid_t = 0
    let fault = posix_spawnp(&id, name, &actions, &attributes, &arguments, environ)
    guard fault == 0 else {
      return "'\(name)' cannot be started: \(String(cString: strerror(fault)))"
    }
    Descendants.spare(session: id)
    WaitingThreads.start { [id] in
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }
    return nil
  }
}
