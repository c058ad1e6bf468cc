package io.sightings.faults;

import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.RunningJob.CheckpointProgress;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.play.SceneQueue;
import io.sightings.faults.play.SceneQueue.PlayedScene;
import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.verdict.CommittedSightings;
import io.sightings.faults.verdict.UncommittedSightings;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.audit.OpenTransactions;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.process.SightingsProcess.CommandResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * What no exactly-once sink survives: everything dies between a checkpoint and its commit, and
 * comes back only when the broker has given up the transaction. What was in it is lost on the
 * topic. It must be noticed and said, and put back from the files.
 */
final class TransactionExpiryRun {
  private static final int ATTEMPTS = 5;
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMillis(2500);
  private static final Duration COMPLETED_WITHIN = Duration.ofSeconds(8);
  private static final Duration METRICS_WITHIN = Duration.ofSeconds(60);
  private static final String LOST = "failedCommittables";

  private final LocalProduct product;
  private final SceneQueue playlist;
  private final int visits;
  private final CommandConsole console;

  /**
   * @param visits in each scene
   */
  TransactionExpiryRun(LocalProduct product, Path video, int visits, CommandConsole console) {
    this.product = product;
    this.playlist = new SceneQueue(product, video);
    this.visits = visits;
    this.console = console;
  }

  /**
   * @return whether the loss was counted, found by the audit and made good
   */
  boolean run() {
    try (CommittedSightings sightings = new CommittedSightings(product.broker());
        UncommittedSightings uncommitted = new UncommittedSightings(product.bootstrap())) {
      String source = dieBetweenCheckpointAndCommit(sightings, uncommitted);
      awaitTransactionsGivenUp();
      comeBack();
      long committed = sightings.closed(Set.of(source));
      // A job manager that has just come up knows no metric before it has been asked for it once.
      ProcessAwait.within(METRICS_WITHIN, () -> product.job().vertices().operatorCounter(LOST) > 0);
      long noticed = product.job().vertices().operatorCounter(LOST);
      console.say(
          "%d of %d visits are on the topic; the metric %s says %d"
              .formatted(committed, visits, LOST, noticed));
      if (noticed == 0) {
        console.complain("the loss is not in the metric " + LOST);
      }
      boolean lost = committed < visits;
      boolean said = audit() == 1;
      boolean republished = audit("--republish") == 0;
      boolean whole = audit() == 0 && sightings.closed(Set.of(source)) == visits;
      return lost && noticed > 0 && said && republished && whole;
    }
  }

  private int audit(String... options) {
    List<String> words = new ArrayList<>(List.of("audit", product.results().toString()));
    words.addAll(List.of("--bootstrap", product.bootstrap()));
    words.addAll(List.of(options));
    console.say("$ sightings " + String.join(" ", words));
    CommandResult result = product.command(words.toArray(String[]::new));
    console.say(result.output());
    console.say("exit code " + result.exitCode());
    return result.exitCode();
  }

  /** The moment lasts milliseconds; here it is held open until it is certain. */
  private String dieBetweenCheckpointAndCommit(
      CommittedSightings sightings, UncommittedSightings uncommitted) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PlayedScene scene = playlist.play("scene", RecordingVariant.all().get(0));
      String source = scene.source();
      ProcessAwait.until(
          "all visits are closed",
          LocalProduct.PATIENCE,
          () -> uncommitted.closed(source) == visits);
      if (die(() -> sightings.closed(Set.of(source)) < visits)) {
        return source;
      }
      console.say("What was to be lost is committed: once more with another scene.");
      comeBack();
      ProcessAwait.until(
          "all visits are committed",
          LocalProduct.PATIENCE,
          () -> sightings.closed(Set.of(source)) == visits);
    }
    throw new LocalRuntimeException("The moment was missed " + ATTEMPTS + " times.");
  }

  /**
   * @param open whether what is to be lost is not committed
   * @return whether it is not committed still, and covered by a checkpoint that nobody was left to
   *     commit
   */
  private boolean die(BooleanSupplier open) {
    LocalCluster cluster = product.cluster();
    LocalProcess last = cluster.process("taskmanager-1");
    LocalProcess leader = cluster.process(cluster.leader().orElseThrow());
    // With one task manager silent, a checkpoint begins and is not completed.
    last.pause();
    if (isUnderWay() || !open.getAsBoolean()) {
      // The checkpoint that covers it may be completed, and then would be committed.
      last.resume();
      return false;
    }
    ProcessAwait.until("a checkpoint has begun", LocalProduct.PATIENCE, this::isUnderWay);
    int before = product.job().checkpointNews().map(CheckpointProgress::completed).orElse(0);
    // Now its part is done, too, but nobody hears of it; the session with ZooKeeper lives on.
    leader.pause();
    last.resume();
    ProcessAwait.within(ACKNOWLEDGED_WITHIN, () -> false);
    cluster.process("taskmanager-1").kill();
    cluster.process("taskmanager-2").kill();
    // What it has been told still reaches it: the checkpoint is complete, and all that is left is
    // to commit it.
    leader.resume();
    boolean completed =
        ProcessAwait.within(
            COMPLETED_WITHIN,
            () ->
                product.job().checkpointNews().map(CheckpointProgress::completed).orElse(0)
                    > before);
    cluster.process("jobmanager-1").kill();
    cluster.process("jobmanager-2").kill();
    product.ingestors().forEach(ingestor -> ingestor.process().kill());
    console.say("Everything was killed between a checkpoint and its commit: " + completed);
    return completed && open.getAsBoolean();
  }

  private boolean isUnderWay() {
    return product.job().checkpointNews().filter(CheckpointProgress::inProgress).isPresent();
  }

  private void awaitTransactionsGivenUp() {
    Instant begin = Instant.now();
    try (Admin admin = product.broker().admin()) {
      ProcessAwait.until(
          "the broker has given up all transactions",
          LocalProduct.PATIENCE,
          () ->
              OpenTransactions.oldest(admin, SightingsTopics.SIGHTINGS.name()).equals(Instant.MAX));
    }
    console.say(
        "After %d s the broker has given the transactions up."
            .formatted(Duration.between(begin, Instant.now()).toSeconds()));
  }

  private void comeBack() {
    product.restore();
    product.ingestors().stream()
        .filter(ingestor -> !ingestor.process().isAlive())
        .forEach(KillableIngestor::start);
    product.settle();
    console.say("Everything is back, and the job at work.");
  }
}
