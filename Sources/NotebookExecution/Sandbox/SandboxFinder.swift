import Synchronization

/// The sandbox of this machine, which is looked for once, when the first program is to run in it.
final class SandboxFinder: Sendable {
  private let found = Mutex<Result<Sandbox, SandboxFault>?>(nil)

  /// The sandbox, or why there is none. Whether its tool can make one shows when the first program is started.
  func find() -> Result<Sandbox, SandboxFault> {
    found.withLock { found in
      let result = found ?? Sandbox.find()
      found = result
      return result
    }
  }

  /// Takes note that there is none after all.
  func note(_ fault: SandboxFault) { found.withLock { $0 = .failure(fault) } }

  /// Why there is none; `nil` where there is one, or none was looked for.
  var fault: SandboxFault? {
    found.withLock { found in
      if case .failure(let fault)? = found { fault } else { nil }
    }
  }
}
