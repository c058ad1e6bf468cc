package io.sightings.cli.models;

import picocli.CommandLine.Command;

@Command(
    name = "models",
    description = "Shows and fetches the model files that recognise faces.",
    subcommands = {ModelsListCommand.class, ModelsFetchCommand.class, ModelsPathCommand.class})
public final class ModelsCommand {}
