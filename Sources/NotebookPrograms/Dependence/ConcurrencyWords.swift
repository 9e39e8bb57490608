import SwiftSyntax

/// The words by which code begins something that runs beside it.
enum ConcurrencyWords {
  /// Stands for all of them among the names that code uses; no declaration can have this name.
  static let name = "async let"

  private static let all: Set = [
    "DispatchQueue", "DispatchSource", "Operation", "OperationQueue", "BlockOperation", "Process",
    "Task", "Thread", "fork", "popen", "posix_spawn", "pthread_create", "withDiscardingTaskGroup",
    "withTaskGroup", "withThrowingDiscardingTaskGroup", "withThrowingTaskGroup",
  ]

  /// What is asked of the task or the thread that runs already.
  private static let quietMembers: Set = [
    "checkCancellation", "current", "currentPriority", "isCancelled", "isMainThread", "sleep",
    "yield",
  ]

  /// Whether a name begins something, where it stands.
  static func contain(_ token: TokenSyntax) -> Bool {
    guard all.contains(token.text) else { return false }
    let name = token.parent?.as(DeclReferenceExprSyntax.self)
    let access = name?.parent?.as(MemberAccessExprSyntax.self)
    return access.map { !quietMembers.contains($0.declName.baseName.text) } ?? true
  }
}
