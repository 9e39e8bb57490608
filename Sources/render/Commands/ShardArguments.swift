import ArgumentParser
import NotebookProject

/// Dividing a command's work among several machines.
struct ShardArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take one part of the work, such as 2/8: the second of eight parts of about the same number of "
        + "documents.",
      valueName: "part/parts"
    ),
    transform: { text in
      do throws(Shard.Fault) {
        return try Shard(text)
      } catch {
        throw ValidationError(error.description)
      }
    }
  )
  var shard: Shard?
}
