package io.sightings.cli;

import io.sightings.cli.audit.AuditCommand;
import io.sightings.cli.azure.AzureEmulatorCommand;
import io.sightings.cli.calibrate.CalibrateCommand;
import io.sightings.cli.cluster.ClusterCommand;
import io.sightings.cli.console.VerboseOption;
import io.sightings.cli.demo.DemoCommand;
import io.sightings.cli.ingest.IngestCommand;
import io.sightings.cli.models.ModelsCommand;
import io.sightings.cli.people.EnrolCommand;
import io.sightings.cli.people.PeopleCommand;
import io.sightings.cli.replay.ReplayCommand;
import io.sightings.cli.scene.SceneCommand;
import io.sightings.cli.sources.SourcesCommand;
import io.sightings.cli.topics.TopicsCommand;
import io.sightings.cli.watch.WatchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
    name = "sightings",
    description = "Who was where, when: from cameras, videos and photos.",
    version = "Sightings 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      SourcesCommand.class,
      EnrolCommand.class,
      PeopleCommand.class,
      WatchCommand.class,
      AuditCommand.class,
      TopicsCommand.class,
      ClusterCommand.class,
      ReplayCommand.class,
      SceneCommand.class,
      CalibrateCommand.class,
      ModelsCommand.class,
      AzureEmulatorCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 all well, 1 some input could not be used (all others were),",
      "2 wrong command line, 3 something needed is missing (broker, port, disk, model).",
      "",
      "Start here: sightings demo"
    })
final class SightingsCommand {
  @Option(
      names = VerboseOption.OPTION,
      scope = ScopeType.INHERIT,
      description = "Shows stack traces and warnings.")
  private boolean verbose;

  @Option(
      names = VerboseOption.JSON_LOG,
      scope = ScopeType.INHERIT,
      description = "Writes the log to the error stream as well, as lines of JSON.")
  private boolean jsonLog;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;
}
