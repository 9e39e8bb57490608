import ArgumentParser

/// Whether warnings are let pass.
struct StrictArguments: ParsableArguments {
  @Flag(help: "Make each warning a failure, as 'strict: true' in a document does for its own.")
  var strict = false
}
