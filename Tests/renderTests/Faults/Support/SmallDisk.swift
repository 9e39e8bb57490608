#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// Folders that are disks of their own with little room, for as long as this lives.
  ///
  /// They are mounted for one process alone, which holds them, and for those that enter its view of
  /// the files, so that nothing is left of them when the test ends, however it ends.
  final class SmallDisk {
    private let folder: ScratchFolder
    private let holder = Process()
    private let input = Pipe()

    /// - Parameters:
    ///   - disks: the folders, and the options of each disk, such as `size=40k`.
    ///   - folder: the folder that they lie in.
    init(_ disks: [String: String], in folder: ScratchFolder) throws {
      self.folder = folder
      let script = """
        while [ $# -gt 0 ]; do
          mkdir -p "$1" && mount -t tmpfs -o "$2" lectern-test "$1" || exit 32
          shift 2
        done
        echo ready
        read line
        """
      let output = Pipe()
      holder.executableURL = URL(filePath: "/usr/bin/env")
      holder.arguments =
        ["unshare", geteuid() == 0 ? "-m" : "-rm", "sh", "-c", script, "sh"]
        + disks.flatMap { [folder.path($0), $1] }
      holder.standardInput = input
      holder.standardOutput = output
      holder.standardError = output
      try holder.run()
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      try #require(answer == "ready\n", "no disk can be mounted for this test: \(answer)")
    }

    deinit {
      try? input.fileHandleForWriting.close()
      holder.waitUntilExit()
    }

    /// Where a file on the disks is for other processes.
    func path(_ name: String) -> String {
      "/proc/\(holder.processIdentifier)/root" + folder.path(name)
    }

    /// Runs `render` where the disks are.
    func render(
      _ arguments: String...,
      environment: [String: String] = [:]
    ) async throws -> Program.Result {
      try await run([Program.render] + arguments, environment)
    }

    /// Mounts a disk again, with other options.
    func change(_ name: String, _ options: String) async throws {
      let command = ["mount", "-o", "remount,\(options)", folder.path(name)]
      let result = try await run(command, [:])
      try #require(result.status == 0, "\(result.errors)")
    }

    private func run(
      _ command: [String],
      _ environment: [String: String]
    ) async throws -> Program.Result {
      let user = geteuid() == 0 ? [] : ["-U", "--preserve-credentials"]
      let enter = ["nsenter", "-t", "\(holder.processIdentifier)", "-m"] + user
      let arguments =
        enter + ["sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.url.path]
      return try await Program(
        "/usr/bin/env",
        arguments + command,
        environment: environment,
        in: folder
      ).result()
    }

    /// Fills a disk up to some bytes.
    func fill(_ name: String, leaving room: Int) throws {
      try? FileManager.default.removeItem(atPath: path(name + "/ballast"))
      var status = statvfs()
      try #require(statvfs(path(name), &status) == 0)
      let free = Int(status.f_bavail) * Int(status.f_frsize)
      let ballast = Data(count: max(0, free - room))
      try ballast.write(to: URL(filePath: path(name + "/ballast")))
    }
  }
#endif
