import Foundation
import TestSupport
import Testing

/// A real Slurm on this machine: its controller, and a daemon for each of several nodes of one processor.
final class SlurmCluster: Sendable {
  let folder: ScratchFolder
  private let daemons: [Program]
  private var environment: [String: String] {
    [
      "SLURM_CONF": folder.path("slurm.conf"),
      "PATH":
        "\(folder.path("bin")):/usr/sbin:\(ProcessInfo.processInfo.environment["PATH"] ?? "")",
    ]
  }

  /// Starts the cluster. `render` is a program that its jobs find.
  ///
  /// - Parameters:
  ///   - folder: what its nodes share, and where they run.
  ///   - nodes: how many there are.
  init(in folder: ScratchFolder, nodes: Int) async throws {
    self.folder = folder
    for program in ["munged", "slurmctld", "slurmd"] {
      try #require(
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/" + program),
        "the Debian packages slurmctld, slurmd, slurm-client and munge are missing: Scripts/test installs them"
      )
    }
    try folder.write(Data((0..<1024).map { _ in UInt8.random(in: 0...255) }), to: "munge.key")
    chmod(folder.path("munge.key"), 0o600)
    for name in ["state", "spool", "bin"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name),
        withIntermediateDirectories: true
      )
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("bin/render"),
      withDestinationPath: Program.render
    )
    try folder.write(Self.settings(in: folder, nodes: nodes), to: "slurm.conf")
    var started = [try Self.daemon("munged", Self.mungeArguments(folder), in: folder)]
    while !FileManager.default.fileExists(atPath: folder.path("munge.sock")),
      started[0].isRunning
    {
      try await Task.sleep(for: .milliseconds(20))
    }
    started.append(try Self.daemon("slurmctld", ["-D"], in: folder))
    for node in 1...nodes {
      started.append(try Self.daemon("slurmd", ["-D", "-N", "n\(node)"], in: folder))
    }
    daemons = started
    try await waitForNodes(nodes)
  }

  /// Runs a job to the end of all its tasks.
  func run(_ job: String) async throws -> Program.Result {
    try await Program("/usr/bin/sbatch", ["--wait", job], environment: environment, in: folder)
      .result()
  }

  /// Ends what was started. A node that has lost its controller would not end by itself.
  func end() async throws {
    for daemon in daemons {
      let children = "/proc/\(daemon.id)/task/\(daemon.id)/children"
      for child in (try String(contentsOfFile: children, encoding: .utf8)).split(separator: " ") {
        if let id = Int32(child) { kill(id, SIGKILL) }
      }
    }
    for daemon in daemons { _ = try await daemon.result() }
  }

  private func waitForNodes(_ count: Int) async throws {
    while daemons.allSatisfy(\.isRunning) {
      let told = try await Program(
        "/usr/bin/sinfo",
        ["--noheader", "--format", "%T %D"],
        environment: environment,
        in: folder
      ).result()
      if told.output.trimmingCharacters(in: .whitespacesAndNewlines) == "idle \(count)" { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    let told = daemons.map(\.printed).joined()
    try await end()
    throw Fault(description: "Slurm does not start: \(told)")
  }

  /// Starts a daemon under a shell. By itself it would close the descriptor whose end tells Foundation that a
  /// process has ended, which then waits for it and hears of no other.
  private static func daemon(
    _ name: String,
    _ arguments: [String],
    in folder: ScratchFolder
  ) throws -> Program {
    return try Program(
      "/bin/sh",
      ["-c", #""$@"; :"#, "sh", "/usr/sbin/" + name] + arguments,
      environment: ["SLURM_CONF": folder.path("slurm.conf")],
      in: folder
    )
  }

  private struct Fault: Error, CustomStringConvertible { var description: String }

  private static func mungeArguments(_ folder: ScratchFolder) -> [String] {
    ["--foreground", "--force"]
      + [("key-file", "key"), ("socket", "sock"), ("pid-file", "pid"), ("seed-file", "seed")]
      .map { "--\($0)=" + folder.path("munge.\($1)") } + ["--log-file=" + folder.path("munge.log")]
  }

  private static func settings(in folder: ScratchFolder, nodes: Int) -> String {
    let host = ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? ""
    let user = NSUserName()
    // Others on this machine may have such a cluster, too.
    let port = Int.random(in: 20_000...60_000)
    return """
      ClusterName=test
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmctldPort=\(port)
      SlurmUser=\(user)
      SlurmdUser=\(user)
      AuthType=auth/munge
      AuthInfo=socket=\(folder.path("munge.sock"))
      MpiDefault=none
      ProctrackType=proctrack/linuxproc
      ReturnToService=2
      SlurmctldPidFile=\(folder.path("slurmctld.pid"))
      SlurmdPidFile=\(folder.path("slurmd.%n.pid"))
      SlurmdSpoolDir=\(folder.path("spool/%n"))
      StateSaveLocation=\(folder.path("state"))
      SlurmctldLogFile=\(folder.path("slurmctld.log"))
      SlurmdLogFile=\(folder.path("slurmd.%n.log"))
      SwitchType=switch/none
      TaskPlugin=task/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      JobAcctGatherType=jobacct_gather/none
      NodeName=n[1-\(nodes)] NodeHostname=\(host) NodeAddr=127.0.0.1 Port=[\(port + 1)-\(port + nodes)] CPUs=1
      PartitionName=all Nodes=n[1-\(nodes)] Default=YES MaxTime=INFINITE State=UP

      """
  }
}
