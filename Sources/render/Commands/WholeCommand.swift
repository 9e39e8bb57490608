import ArgumentParser

/// The command line as one tree, for what describes it: completions of shells, and manual pages.
struct WholeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: PagesCommand.configuration.abstract,
    discussion: PagesCommand.configuration.discussion,
    version: RenderCommand.version,
    subcommands: RenderCommand.commands.sorted { $0.key < $1.key }.map { $0.value.branch }
  )

  @OptionGroup var pages: PagesCommand

  /// Whether what describes the command line is asked for.
  static func isAsked(for arguments: some Sequence<String>) -> Bool {
    arguments.contains {
      $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help"
    }
  }

  /// A command under the last word of its name: by itself it is called `render plan`, so that its messages
  /// say what to type.
  fileprivate struct Branch<Command: AsyncParsableCommand>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      var configuration = Command.configuration
      configuration.commandName = configuration.commandName?.split(separator: " ").last.map(
        String.init
      )
      return configuration
    }

    @OptionGroup var command: Command
  }
}

extension AsyncParsableCommand {
  /// The command as a part of the whole.
  fileprivate static var branch: any ParsableCommand.Type { WholeCommand.Branch<Self>.self }
}
