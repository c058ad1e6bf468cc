package io.sightings.cli.people;

import picocli.CommandLine.Command;

/** People the gallery knows. */
@Command(
    name = "people",
    description = "Shows, renames and forgets the people who are recognised.",
    subcommands = {PeopleListCommand.class, PeopleRenameCommand.class, PeopleForgetCommand.class})
public final class PeopleCommand {}
