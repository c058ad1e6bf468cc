package io.sightings.cli.audit;

import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.toolkit.audit.AuditResult;
import io.sightings.toolkit.audit.OpenTransactions;
import io.sightings.toolkit.audit.SightingFileReader;
import io.sightings.toolkit.audit.SightingFileReader.SightingFileEntry;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.IoErrorText;
import io.sightings.toolkit.scene.SightingFormatter;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what was lost between topic and files, and puts it back. */
@Command(
    name = "audit",
    description = {
      "Compares the closed sightings in the job's files with those committed on the topic: which"
          + " are missing there, which are there twice, and which differ.",
      "A sighting is missing from the topic when the job was down for longer than"
          + " kafka.transactionTimeout and the broker has given up the transaction it was in. The"
          + " files have it all the same; --republish puts it back onto the topic.",
      "Exit code 1 if anything is missing, twice or different."
    })
public final class AuditCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  /** The clocks of the job's machines and the broker's are that close. */
  private static final Duration CLOCKS = Duration.ofSeconds(10);

  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The job's files.path, as a folder.")
  private Path dir;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "sightings",
      description = "The job's kafka.topics.sightings; default ${DEFAULT-VALUE}.")
  private String topicName;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "Only files written in the last N hours: no more than the topic keeps (retention.ms);"
              + " default ${DEFAULT-VALUE}.")
  private double hours;

  @Option(names = "--republish", description = "Publishes what is missing from the topic.")
  private boolean republish;

  @Override
  public Integer call() {
    if (!Files.isDirectory(dir)) {
      throw CommandFailure.usage(dir + ": there is no such folder; name the job's files.path.");
    }
    if (!(hours > 0)) {
      throw CommandFailure.usage("--hours " + hours + ": expected more than 0.");
    }
    KafkaAccess broker = kafka.broker();
    TypedTopic<Sighting> topic = SightingsTopics.SIGHTINGS.named(topicName);
    // In this order: what is in a file now is on the topic, or in a transaction that is still
    // open, or lost.
    List<SightingFileEntry> files = files();
    Instant oldest = oldestTransaction(broker);
    AuditResult audit = AuditResult.of(committed(broker, topic), files);
    List<SightingFileEntry> lost =
        audit.missing().stream()
            .filter(line -> line.written().plus(CLOCKS).isBefore(oldest))
            .toList();
    CommandConsole console = CommandConsole.of(spec.commandLine());
    tell(console, audit, lost);
    if (republish && !lost.isEmpty()) {
      SightingRepublisher.publish(broker, topic, lost);
      console.say(lost.size() + " published again.");
      return audit.sound() ? ExitCode.OK : ExitCode.INPUT;
    }
    return lost.isEmpty() && audit.sound() ? ExitCode.OK : ExitCode.INPUT;
  }

  private List<SightingFileEntry> files() {
    try {
      Instant since = Instant.now().minusMillis(Math.round(hours * 3_600_000));
      return SightingFileReader.read(dir, since);
    } catch (IOException e) {
      throw CommandFailure.environment(IoErrorText.sentence(e), e);
    }
  }

  private Instant oldestTransaction(KafkaAccess broker) {
    try (Admin admin = broker.admin()) {
      return OpenTransactions.oldest(admin, topicName);
    }
  }

  private static List<Sighting> committed(KafkaAccess broker, TypedTopic<Sighting> topic) {
    List<Sighting> all = new ArrayList<>();
    try (TopicReader<Sighting> reader = TopicReader.fromBeginning(broker, topic)) {
      do {
        all.addAll(reader.poll(POLL));
      } while (!reader.atEnd());
    }
    return all;
  }

  private void tell(CommandConsole console, AuditResult audit, List<SightingFileEntry> lost) {
    console.say(
        "%d closed sightings on the topic, %d in the files of %s"
            .formatted(audit.onTopic(), audit.inFiles(), dir));
    lost.forEach(line -> console.complain(shown(line.sighting()) + " is missing from the topic"));
    audit.duplicates().forEach(console::complain);
    audit
        .different()
        .forEach(revision -> console.complain(revision + " differs on topic and in files"));
    int open = audit.missing().size() - lost.size();
    if (open > 0) {
      console.say(open + " are in transactions that are still open: look again later.");
    }
    console.say(
        "missing from the topic: %d; twice: %d; different: %d; not in these files, or not yet: %d"
            .formatted(
                lost.size(),
                audit.duplicates().size(),
                audit.different().size(),
                audit.unfiled().size()));
  }

  private static String shown(Sighting sighting) {
    return "%s at %s, %s, %s revision %d"
        .formatted(
            SightingFormatter.who(sighting),
            sighting.source().id(),
            SightingFormatter.time(sighting.firstSeen()),
            sighting.id(),
            sighting.revision());
  }
}
