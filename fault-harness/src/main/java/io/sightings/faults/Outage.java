package io.sightings.faults;

import io.sightings.cli.Main;
import io.sightings.cli.audit.OpenTransactions;
import io.sightings.cli.console.Console;
import io.sightings.cluster.Await;
import io.sightings.cluster.ClusterException;
import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.process.LocalProcess;
import io.sightings.cluster.rest.CheckpointNews;
import io.sightings.contract.codec.Topics;
import io.sightings.faults.play.PlayedScene;
import io.sightings.faults.play.Playlist;
import io.sightings.faults.play.Variant;
import io.sightings.faults.product.Ingestor;
import io.sightings.faults.product.Product;
import io.sightings.faults.verdict.Sightings;
import io.sightings.faults.verdict.Uncommitted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * What no exactly-once sink survives: everything dies between a checkpoint and its commit, and
 * comes back only when the broker has given up the transaction. What was in it is lost on the
 * topic. It must be noticed and said, and put back from the files.
 */
final class Outage {
  private static final int ATTEMPTS = 5;
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMillis(2500);
  private static final Duration COMPLETED_WITHIN = Duration.ofSeconds(8);
  private static final Duration METRICS_WITHIN = Duration.ofSeconds(60);
  private static final String LOST = "failedCommittables";

  private final Product product;
  private final Playlist playlist;
  private final int visits;
  private final Console console;

  /**
   * @param visits in each scene
   */
  Outage(Product product, Path video, int visits, Console console) {
    this.product = product;
    this.playlist = new Playlist(product, video);
    this.visits = visits;
    this.console = console;
  }

  /**
   * @return whether the loss was counted, found by the audit and made good
   */
  boolean run() {
    try (Sightings sightings = new Sightings(product.broker());
        Uncommitted uncommitted = new Uncommitted(product.bootstrap())) {
      String source = dieBetweenCheckpointAndCommit(sightings, uncommitted);
      awaitTransactionsGivenUp();
      comeBack();
      long committed = sightings.closed(Set.of(source));
      // A job manager that has just come up knows no metric before it has been asked for it once.
      Await.within(METRICS_WITHIN, () -> product.job().vertices().operatorCounter(LOST) > 0);
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

  private int audit(String... more) {
    String[] words = new String[4 + more.length];
    words[0] = "audit";
    words[1] = product.results().toString();
    words[2] = "--bootstrap";
    words[3] = product.bootstrap();
    System.arraycopy(more, 0, words, 4, more.length);
    console.say("$ sightings " + String.join(" ", words));
    int code = Main.run(console.out(), console.err(), words);
    console.say("exit code " + code);
    return code;
  }

  /** The moment lasts milliseconds; here it is held open until it is certain. */
  private String dieBetweenCheckpointAndCommit(Sightings sightings, Uncommitted uncommitted) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PlayedScene scene = playlist.play("scene", Variant.all().get(0));
      String source = scene.source();
      Await.until(
          "all visits are closed", Product.PATIENCE, () -> uncommitted.closed(source) == visits);
      if (die(() -> sightings.closed(Set.of(source)) < visits)) {
        return source;
      }
      console.say("What was to be lost is committed: once more with another scene.");
      comeBack();
      Await.until(
          "all visits are committed",
          Product.PATIENCE,
          () -> sightings.closed(Set.of(source)) == visits);
    }
    throw new ClusterException("The moment was missed " + ATTEMPTS + " times.");
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
    Await.until("a checkpoint has begun", Product.PATIENCE, this::isUnderWay);
    int before = product.job().checkpointNews().map(CheckpointNews::completed).orElse(0);
    // Now its part is done, too, but nobody hears of it; the session with ZooKeeper lives on.
    leader.pause();
    last.resume();
    Await.within(ACKNOWLEDGED_WITHIN, () -> false);
    cluster.process("taskmanager-1").kill();
    cluster.process("taskmanager-2").kill();
    // What it has been told still reaches it: the checkpoint is complete, and all that is left is
    // to commit it.
    leader.resume();
    boolean completed =
        Await.within(
            COMPLETED_WITHIN,
            () -> product.job().checkpointNews().map(CheckpointNews::completed).orElse(0) > before);
    cluster.process("jobmanager-1").kill();
    cluster.process("jobmanager-2").kill();
    product.ingestors().forEach(ingestor -> ingestor.process().kill());
    console.say("Everything was killed between a checkpoint and its commit: " + completed);
    return completed && open.getAsBoolean();
  }

  private boolean isUnderWay() {
    return product.job().checkpointNews().filter(CheckpointNews::inProgress).isPresent();
  }

  private void awaitTransactionsGivenUp() {
    Instant begin = Instant.now();
    try (Admin admin = product.broker().admin()) {
      Await.until(
          "the broker has given up all transactions",
          Product.PATIENCE,
          () -> OpenTransactions.oldest(admin, Topics.SIGHTINGS.name()).equals(Instant.MAX));
    }
    console.say(
        "After %d s the broker has given the transactions up."
            .formatted(Duration.between(begin, Instant.now()).toSeconds()));
  }

  private void comeBack() {
    product.restore();
    product.ingestors().stream()
        .filter(ingestor -> !ingestor.process().isAlive())
        .forEach(Ingestor::start);
    product.settle();
    console.say("Everything is back, and the job at work.");
  }
}
