package io.sightings.cli.replay;

import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.RejectReason;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.TextTable;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rejected frames go back to where they came from, after what was wrong has been mended. */
@Command(
    name = "rejected",
    description = {
      "Publishes rejected frames again, with their bytes and headers as they were, for a job that"
          + " can use them now: with other limits, another engine or a mended one.",
      "Each is judged by itself, like a photo: the visits of its time are over. Replaying the same"
          + " rejection again changes nothing; a frame that is rejected again is a new rejection."
    })
final class ReplayRejectedCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private Set<RejectReason> reasons = Set.of();

  @Option(names = "--source", paramLabel = "ID", description = "Only frames of this source.")
  private String source;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what was rejected then or later, such as 2026-11-21T09:30:00Z.")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only what was rejected before.")
  private String until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      description = "No more than so many, oldest first within a partition.")
  private long limit;

  @Option(
      names = "--dry-run",
      description = "Shows what would be published, and publishes nothing.")
  private boolean dryRun;

  @Option(
      names = "--from",
      paramLabel = "TOPIC",
      defaultValue = "frames.rejected",
      description = "Where rejected frames are; default ${DEFAULT-VALUE}.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TOPIC",
      description = "Where they are published; default is the topic each came from.")
  private String to;

  private final Map<String, Map<String, Integer>> chosen = new TreeMap<>();
  private long published;
  private long withoutPicture;
  private long tooLarge;

  @Override
  public Integer call() {
    RejectionFilter filter =
        new RejectionFilter(reasons, source, time("--since", since), time("--until", until));
    KafkaAccess broker = kafka.broker();
    RejectedTopicReader rejected =
        new RejectedTopicReader(broker, SightingsTopics.REJECTED.named(from));
    int unreadable;
    if (dryRun) {
      unreadable = rejected.forEach(each -> choose(filter, each));
    } else {
      try (FrameRepublisher republisher = new FrameRepublisher(broker)) {
        unreadable = rejected.forEach(each -> publish(filter, each, republisher));
        republisher.finish();
        tooLarge = republisher.tooLarge();
      }
    }
    tell(unreadable);
    return unreadable + tooLarge == 0 ? ExitCode.OK : ExitCode.INPUT;
  }

  private void publish(
      RejectionFilter filter, StoredRejection rejection, FrameRepublisher republisher) {
    if (choose(filter, rejection)) {
      republisher.publish(destination(rejection), rejection);
    }
  }

  private boolean choose(RejectionFilter filter, StoredRejection rejection) {
    if (published >= limit || !filter.test(rejection)) {
      return false;
    }
    if (!rejection.hasPicture()) {
      withoutPicture++;
      return false;
    }
    published++;
    chosen
        .computeIfAbsent(rejection.frame().reason().name(), reason -> new TreeMap<>())
        .merge(rejection.source(), 1, Integer::sum);
    return true;
  }

  private String destination(StoredRejection rejection) {
    if (to != null) {
      return to;
    }
    String origin = rejection.frame().topic();
    return origin == null ? SightingsTopics.FRAMES.name() : origin;
  }

  private void tell(int unreadable) {
    TextTable table = new TextTable("REASON", "SOURCE", "FRAMES");
    chosen.forEach(
        (reason, sources) ->
            sources.forEach((id, count) -> table.row(reason, id, String.valueOf(count))));
    if (!chosen.isEmpty()) {
      table.print(spec.commandLine().getOut());
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    console.say(
        "%d frames %s; %d records without a picture left out"
            .formatted(
                published - tooLarge, dryRun ? "would be published" : "published", withoutPicture));
    if (tooLarge > 0) {
      console.complain(tooLarge + " frames are larger than their topic takes: raise its limit.");
    }
    if (unreadable > 0) {
      console.complain(
          unreadable + " records of " + from + " are no rejected frames; see the log.");
    }
  }

  private static @Nullable Instant time(String option, String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          option + " " + text + ": expected a time such as 2026-11-21T09:30:00Z.");
    }
  }
}
