import TestSupport

extension ScratchFolder {
  /// Lets the scripts of the folder's notebooks run on their pages.
  func trustScripts() throws { try write("scripts: true\n", to: "lectern.yml") }
}
