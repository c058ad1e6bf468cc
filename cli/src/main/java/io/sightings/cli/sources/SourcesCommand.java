package io.sightings.cli.sources;

import picocli.CommandLine.Command;

@Command(
    name = "sources",
    description = "What the ingestor would read.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SourcesCheckCommand.class)
public final class SourcesCommand {}
