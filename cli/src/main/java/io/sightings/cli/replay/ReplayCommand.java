package io.sightings.cli.replay;

import picocli.CommandLine.Command;

@Command(
    name = "replay",
    description = "Gives the job again what it could not use.",
    subcommands = ReplayRejectedCommand.class)
public final class ReplayCommand {}
