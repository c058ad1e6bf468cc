package io.sightings.cluster;

import io.sightings.cluster.rest.FlinkRestApi;
import io.sightings.cluster.rest.FlinkRestClient;
import io.sightings.cluster.rest.JobSubmission;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessAwait;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flink and ZooKeeperProcess on this machine, each job manager and task manager a process of its
 * own that can be killed, paused and started again by its name: {@code zookeeper}, {@code
 * jobmanager-1}, {@code taskmanager-1} and so on.
 */
public final class LocalCluster implements AutoCloseable {
  private static final Duration START_WITHIN = Duration.ofMinutes(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final String JOB_MANAGER = "jobmanager-";
  private static final String TASK_MANAGER = "taskmanager-";

  private final ClusterPlan plan;
  private final ClusterFolder folder;
  private final ZooKeeperProcess zooKeeper;
  private final Map<String, LocalProcess> processes = new LinkedHashMap<>();
  private final FlinkRestApi rest;
  private @Nullable FlinkProcessLauncher starter;

  private LocalCluster(ClusterPlan plan) {
    this.plan = plan;
    this.folder = new ClusterFolder(plan.folder());
    this.zooKeeper = new ZooKeeperProcess(plan, folder);
    processes.put(ZooKeeperProcess.NAME, zooKeeper.process());
    names(JOB_MANAGER, plan.jobManagers())
        .forEach(name -> processes.put(name, folder.process(name)));
    names(TASK_MANAGER, plan.taskManagers())
        .forEach(name -> processes.put(name, folder.process(name)));
    this.rest = new FlinkRestApi(new FlinkRestClient(this::addresses));
  }

  private static Stream<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(index -> prefix + index);
  }

  /**
   * The cluster of a plan, including the processes that run already.
   *
   * @param plan whose folder tells which processes were started
   */
  public static LocalCluster in(ClusterPlan plan) {
    return new LocalCluster(plan);
  }

  /** A new cluster, up. */
  public static LocalCluster start(ClusterPlan plan) {
    LocalCluster cluster = new LocalCluster(plan);
    try {
      cluster.up();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Starts what does not run, and waits until every task manager is known to the leader.
   *
   * @return the names of what was started
   */
  public List<String> up() {
    List<String> dead =
        processes.values().stream().filter(p -> !p.isAlive()).map(LocalProcess::name).toList();
    dead.forEach(this::launch);
    ProcessAwait.until(
        "the task managers have announced themselves to a job manager",
        START_WITHIN,
        () -> {
          dead.forEach(this::requireAlive);
          return rest.ready()
              && rest.taskManagers().containsAll(names(TASK_MANAGER, plan.taskManagers()).toList());
        });
    return dead;
  }

  private void launch(String name) {
    LocalProcess process = process(name);
    if (name.equals(ZooKeeperProcess.NAME)) {
      zooKeeper.start();
    } else if (name.startsWith(JOB_MANAGER)) {
      starter().startJobManager(process, index(name, JOB_MANAGER));
    } else {
      starter().startTaskManager(process, index(name, TASK_MANAGER));
    }
  }

  private static int index(String name, String prefix) {
    return Integer.parseInt(name.substring(prefix.length()));
  }

  private FlinkProcessLauncher starter() {
    if (starter == null) {
      starter = new FlinkProcessLauncher(plan, folder, zooKeeper.quorum());
    }
    return starter;
  }

  private void requireAlive(String name) {
    LocalProcess process = process(name);
    if (!process.isAlive()) {
      throw new LocalRuntimeException(
          name
              + " ended while it started; why is in "
              + folder.log(name)
              + " or in "
              + process.out()
              + ".");
    }
  }

  /** Starts a process again that was killed or stopped. The others notice by themselves. */
  public void restart(String name) {
    process(name).stop(STOP_WITHIN);
    launch(name);
  }

  /**
   * @param name such as taskmanager-1
   */
  public LocalProcess process(String name) {
    return Optional.ofNullable(processes.get(name))
        .orElseThrow(
            () -> new LocalRuntimeException("There is no " + name + ": " + processes.keySet()));
  }

  /** Whether one of its processes is called that. */
  public boolean isKnown(String name) {
    return processes.containsKey(name);
  }

  /** All of them, in the order they start. */
  public List<LocalProcess> processes() {
    return List.copyOf(processes.values());
  }

  /** The name of the job manager that leads; empty while there is none. */
  public Optional<String> leader() {
    return jobManagers(LocalProcess::isAlive)
        .flatMap(process -> new JobManagerLog(folder.log(process.name())).leading(process).stream())
        .max(Comparator.comparing(JobManagerLog.Leading::since))
        .map(JobManagerLog.Leading::name);
  }

  /** The web UIs of the job managers that run; one that is paused would let a question wait. */
  public List<URI> addresses() {
    return jobManagers(process -> process.isAlive() && !process.isPaused())
        .flatMap(process -> address(process).stream())
        .toList();
  }

  private Optional<URI> address(LocalProcess process) {
    return plan.uiPort() == 0
        ? new JobManagerLog(folder.log(process.name())).address()
        : Optional.of(
            URI.create(
                "http://127.0.0.1:"
                    + (plan.uiPort() + index(process.name(), JOB_MANAGER) - 1)
                    + "/"));
  }

  private Stream<LocalProcess> jobManagers(Predicate<LocalProcess> wanted) {
    return names(JOB_MANAGER, plan.jobManagers()).map(this::process).filter(wanted);
  }

  public FlinkRestApi rest() {
    return rest;
  }

  /**
   * Submits the product's job.
   *
   * @param arguments such as {@code --config FILE}
   */
  public RunningJob submit(List<String> arguments) {
    return rest.submit(JobSubmission.of(plan.files().job(), arguments));
  }

  /** Stops it with a savepoint and goes on from there with another parallelism. */
  public RunningJob rescale(RunningJob job, JobSubmission submission, Duration patience) {
    return rest.submit(submission.from(job.stop(patience)));
  }

  /** Ends all processes; task managers first, so that none of them complains of the others. */
  @Override
  public void close() {
    List<LocalProcess> backwards = new ArrayList<>(processes.values());
    Collections.reverse(backwards);
    if (plan.bound()) {
      // Their output is not needed, and their state is deleted with the folder.
      backwards.forEach(LocalProcess::kill);
    } else {
      backwards.forEach(process -> process.stop(STOP_WITHIN));
    }
  }
}
