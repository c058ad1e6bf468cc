package io.sightings.cli.demo;

import io.sightings.cluster.rest.FlinkRestApi;
import io.sightings.cluster.rest.FlinkRestClient;
import io.sightings.cluster.rest.JobVertices;
import io.sightings.job.SightingsJob;
import io.sightings.job.settings.JobSettings;
import io.sightings.process.LocalPorts;
import io.sightings.toolkit.console.CommandFailure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job on a Flink of its own in this process, with the web UI. */
final class EmbeddedFlinkCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlinkCluster.class);
  private static final String HOST = "localhost";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);
  private static final Duration CANCEL_WITHIN = Duration.ofSeconds(10);

  private final JobClient job;
  private final CompletableFuture<JobExecutionResult> result;
  private final URI rest;
  private final Path work;

  private EmbeddedFlinkCluster(JobClient job, URI rest, Path work) {
    this.job = job;
    this.result = job.getJobExecutionResult();
    this.rest = rest;
    this.work = work;
  }

  /**
   * @param uiPort of the web UI; 0 for any free one
   * @param work for checkpoints and temporary files; may be deleted afterwards
   */
  static EmbeddedFlinkCluster start(JobSettings settings, int uiPort, int parallelism, Path work) {
    requireFree(uiPort);
    int port = uiPort == 0 ? LocalPorts.free() : uiPort;
    URI rest = URI.create("http://" + HOST + ":" + port + "/");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration(rest, work));
    environment.setParallelism(parallelism);
    try {
      SightingsJob.build(environment, settings, false);
      JobClient job = environment.executeAsync(SightingsJob.NAME);
      return new EmbeddedFlinkCluster(job, rest, work);
    } catch (Exception e) {
      throw CommandFailure.environment(
          "Flink could not be started: " + rootMessage(e) + " The log has the details.", e);
    }
  }

  /**
   * @param uiPort 0 is always free
   * @throws CommandFailure if another process has the port
   */
  static void requireFree(int uiPort) {
    if (!LocalPorts.isFree(uiPort)) {
      throw CommandFailure.environment(
          "--ui-port "
              + uiPort
              + ": the port is in use; choose another, or leave the option out for a free one.",
          null);
    }
  }

  private static Configuration configuration(URI rest, Path work) {
    Configuration flink = new Configuration();
    flink.set(RestOptions.PORT, rest.getPort());
    flink.set(RestOptions.BIND_PORT, Integer.toString(rest.getPort()));
    flink.set(RestOptions.BIND_ADDRESS, HOST);
    flink.set(JobManagerOptions.BIND_HOST, HOST);
    flink.set(TaskManagerOptions.BIND_HOST, HOST);
    // The guard on the class path refuses foreign pages; these leave it less to refuse.
    flink.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + rest.getAuthority());
    flink.set(WebOptions.SUBMIT_ENABLE, false);
    flink.set(WebOptions.CANCEL_ENABLE, false);
    flink.set(WebOptions.TMP_DIR, work.toString());
    flink.set(CoreOptions.TMP_DIRS, work.toString());
    // The job manager's heap, the default, takes no more than 5 MB of each task.
    flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, work.resolve("checkpoints").toUri().toString());
    flink.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofMillis(200));
    return flink;
  }

  URI ui() {
    return rest;
  }

  JobVertices vertices() {
    FlinkRestApi api = new FlinkRestApi(new FlinkRestClient(() -> List.of(rest)));
    return api.job(job.getJobID().toHexString()).vertices();
  }

  /** Why the job has ended by itself; empty while it runs. */
  Optional<CommandFailure> failure() {
    if (!result.isDone()) {
      return Optional.empty();
    }
    try {
      result.get();
      return Optional.of(CommandFailure.environment("The Flink job has ended by itself.", null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(CommandFailure.environment("Interrupted.", e));
    } catch (ExecutionException | CancellationException e) {
      return Optional.of(
          CommandFailure.environment(
              "The Flink job has failed: " + rootMessage(e) + " The log has the details.", e));
    }
  }

  /** Ends the job after everything it has read was worked on, written and committed. */
  void drain() throws InterruptedException {
    String savepoint = work.resolve("savepoint").toUri().toString();
    try {
      job.stopWithSavepoint(true, savepoint, SavepointFormatType.NATIVE)
          .get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
      result.get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw CommandFailure.environment(
          "The Flink job could not be stopped in order: "
              + rootMessage(e)
              + " The last sightings may be missing; the log has the details.",
          e);
    }
  }

  /** Ends the job where it is; what was not committed yet is not written. */
  @Override
  public void close() {
    if (result.isDone()) {
      return;
    }
    try {
      job.cancel().get(CANCEL_WITHIN.toSeconds(), TimeUnit.SECONDS);
      result.get(CANCEL_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      // A cancelled job's result is an exception too.
      LOG.info("The job was cancelled: {}", rootMessage(e));
    }
  }

  private static String rootMessage(Exception e) {
    Throwable root = ExceptionUtils.stripException(e, ExecutionException.class);
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName() + "."
        : message.lines().findFirst().orElse("").replaceFirst("[.\\s]*$", ".");
  }
}
