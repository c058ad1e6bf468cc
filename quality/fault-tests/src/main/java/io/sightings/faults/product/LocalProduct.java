package io.sightings.faults.product;

import io.sightings.cluster.ClusterPlan;
import io.sightings.cluster.FlinkDistribution;
import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.JobSubmission;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.kafka.TopicPlan;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.broker.BackgroundBroker;
import io.sightings.toolkit.process.SightingsProcess;
import io.sightings.toolkit.process.SightingsProcess.CommandResult;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on this machine: a broker, ZooKeeper, two job managers, two task managers and
 * ingestors, each a process that can be killed, and the job. All end with this process.
 */
public final class LocalProduct implements AutoCloseable {
  /** What takes longer on this machine will not happen. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int JOB_MANAGERS = 2;
  private static final int TASK_MANAGERS = 2;
  private static final int PARTITIONS = 4;
  private static final int PARALLELISM = 2;
  private static final int START_ATTEMPTS = 4;

  /** What no longer comes within some checkpoints will not come. */
  private static final int SETTLING_CHECKPOINTS = 3;

  /** The REST API is asked for what is so now, not for what was so seconds ago. */
  private static final Map<String, String> SETTINGS =
      Map.of("web.refresh-interval", "100 ms", "metrics.fetcher.update-interval", "500 ms");

  private final ProductFolder folder;
  private final ProductPlan plan;
  private final BackgroundBroker broker;
  private final LocalCluster cluster;
  private final List<KillableIngestor> ingestors;
  private volatile @Nullable RunningJob job;
  private int parallelism = PARALLELISM;

  private LocalProduct(ProductPlan plan) {
    this.plan = plan;
    folder = new ProductFolder(plan.folder().toAbsolutePath());
    broker = BackgroundBroker.onAnyPort(folder.root());
    cluster =
        LocalCluster.in(
            ClusterPlan.forTest(folder.cluster(), JOB_MANAGERS, TASK_MANAGERS)
                .withSettings(SETTINGS));
    ingestors =
        IntStream.rangeClosed(1, plan.ingestors())
            .mapToObj(i -> "ingestor-" + i)
            .map(name -> new KillableIngestor(name, folder.ingestor(name), broker.bootstrap()))
            .toList();
  }

  /** Everything up, people enrolled, the job at work. */
  public static LocalProduct start(ProductPlan plan) throws IOException {
    LocalProduct product = new LocalProduct(plan);
    try {
      product.start();
      return product;
    } catch (IOException | RuntimeException e) {
      product.close();
      throw e;
    }
  }

  private void start() throws IOException {
    CompletableFuture<Void> flink = CompletableFuture.runAsync(this::restore);
    broker.up(true);
    TopicCreator.create(broker(), TopicPlan.all(PARTITIONS));
    enrol(plan.people());
    ingestors.forEach(KillableIngestor::start);
    flink.join();
    Path settings = folder.jobSettings(bootstrap(), plan);
    job = cluster.rest().submit(submission(settings));
    job().awaitRunning(PATIENCE);
  }

  private static JobSubmission submission(Path settings) {
    return JobSubmission.of(
            FlinkDistribution.ofProject().job(), List.of("--config", settings.toString()))
        .withParallelism(PARALLELISM);
  }

  /**
   * Runs a command of the product in a process of its own.
   *
   * @param words the command, its options and arguments
   */
  public CommandResult command(String... words) {
    return SightingsProcess.run(folder.root(), List.of(words));
  }

  /**
   * Enrols people by their photos.
   *
   * @throws LocalRuntimeException if a photo is not accepted, with the output
   */
  public void enrol(Path photos) {
    CommandResult result =
        command("enrol", photos.toString(), "--engine", "offline", "--bootstrap", bootstrap());
    if (result.exitCode() != 0) {
      throw new LocalRuntimeException("enrol " + photos + ": " + result.output());
    }
  }

  /** Stops the job with a savepoint, and goes on from it with another parallelism. */
  public synchronized void rescale(int next) throws IOException {
    RunningJob before = job();
    before.awaitRunning(PATIENCE);
    String savepoint = before.stop(PATIENCE);
    job =
        cluster
            .rest()
            .submit(
                submission(folder.jobSettings(bootstrap(), plan))
                    .withParallelism(next)
                    .from(savepoint));
    parallelism = next;
  }

  public synchronized int parallelism() {
    return parallelism;
  }

  /** The one that is at work, or should be. */
  public RunningJob job() {
    return Objects.requireNonNull(job, "not submitted yet");
  }

  public LocalCluster cluster() {
    return cluster;
  }

  public BackgroundBroker brokerProcess() {
    return broker;
  }

  public KafkaAccess broker() {
    return new KafkaAccess(bootstrap());
  }

  public String bootstrap() {
    return broker.bootstrap();
  }

  public List<KillableIngestor> ingestors() {
    return ingestors;
  }

  /**
   * Has whatever of the cluster is dead started again, until all of it is there: as a supervisor
   * does, who also starts again what ended while it started.
   */
  public void restore() {
    for (int attempt = 1; ; attempt++) {
      try {
        cluster.up();
        return;
      } catch (LocalRuntimeException e) {
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Where closed sightings are filed. */
  public Path results() {
    return folder.results();
  }

  /** Until everything that had come up to now is committed, and finished in the files. */
  public void settle() {
    job().awaitRunning(PATIENCE);
    int settled = checkpoints() + SETTLING_CHECKPOINTS;
    ProcessAwait.until("checkpoints follow", PATIENCE, () -> checkpoints() >= settled);
  }

  private int checkpoints() {
    return job().checkpointNews().map(news -> news.completed()).orElse(0);
  }

  @Override
  public void close() {
    ingestors.forEach(ingestor -> ingestor.process().kill());
    cluster.close();
    broker.process().kill();
  }
}
