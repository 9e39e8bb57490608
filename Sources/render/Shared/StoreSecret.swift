import Foundation
import ResultStore

/// The secret by which results are signed, from the environment.
enum StoreSecret {
  /// The variable that holds it.
  static let variable = "LECTERN_STORE_KEY"

  /// What was given.
  enum Given {
    case nothing
    case signer(StoreSigner)
    case tooShort(Int)
  }

  /// What was given. When it is first asked for it is taken out of the environment, and out of where the system
  /// shows that: nothing that this program starts is to know it.
  static let given: Given = {
    guard let value = getenv(variable) else { return .nothing }
    let secret = Array(String(cString: value).utf8)
    memset(value, 0, strlen(value))
    unsetenv(variable)
    if secret.isEmpty { return .nothing }
    return StoreSigner(secret: secret).map { .signer($0) } ?? .tooShort(secret.count)
  }()

  /// Who signs; `nil` where no secret was given.
  static var signer: StoreSigner? {
    if case .signer(let signer) = given { signer } else { nil }
  }
}
