package io.sightings.cluster;

import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Starts job managers and task managers as Flink's scripts do, but for the short command line. */
final class FlinkProcessLauncher {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final ClusterPlan plan;
  private final ClusterFolder folder;
  private final FlinkConfigBuilder settings;
  private final Supplier<FlinkMemoryLayout> jobManagerMemory;
  private final Supplier<FlinkMemoryLayout> taskManagerMemory;

  FlinkProcessLauncher(ClusterPlan plan, ClusterFolder folder, String quorum) {
    this.plan = plan;
    this.folder = folder;
    this.settings = new FlinkConfigBuilder(plan, folder, quorum);
    Path conf = folder.conf("memory", settings.shared());
    String classPath = plan.files().classPath();
    // Each takes a second, so they are reckoned beside each other.
    jobManagerMemory = beside(() -> FlinkMemoryLayout.ofJobManager(conf, classPath));
    taskManagerMemory = beside(() -> FlinkMemoryLayout.ofTaskManager(conf, classPath));
  }

  private static Supplier<FlinkMemoryLayout> beside(Supplier<FlinkMemoryLayout> reckoning) {
    CompletableFuture<FlinkMemoryLayout> future = CompletableFuture.supplyAsync(reckoning);
    return () -> {
      try {
        return future.join();
      } catch (CompletionException e) {
        Throwable cause = Objects.requireNonNull(e.getCause());
        throw new LocalRuntimeException(cause.getMessage(), cause);
      }
    };
  }

  void startJobManager(LocalProcess process, int index) {
    FlinkConfig config = settings.jobManager(index);
    FlinkMemoryLayout memory = jobManagerMemory.get();
    List<String> arguments = new ArrayList<>();
    memory
        .settings()
        .forEach(
            (key, value) -> {
              arguments.add("-D");
              arguments.add(key + "=" + value);
            });
    arguments.addAll(List.of("--executionMode", "cluster"));
    start(process, JOB_MANAGER, "env.java.opts.jobmanager", config, memory.options(), arguments);
  }

  void startTaskManager(LocalProcess process, int index) {
    FlinkMemoryLayout memory = taskManagerMemory.get();
    FlinkConfig config = settings.taskManager(index, process.name(), memory);
    start(process, TASK_MANAGER, "env.java.opts.taskmanager", config, memory.options(), List.of());
  }

  private void start(
      LocalProcess process,
      String mainClass,
      String ownOptions,
      FlinkConfig config,
      List<String> memory,
      List<String> arguments) {
    Path conf = folder.conf(process.name(), config);
    folder.putOldLogAside(process.name());
    List<String> jvm = new ArrayList<>(memory);
    jvm.addAll(config.options("env.java.opts.all"));
    jvm.addAll(config.options(ownOptions));
    jvm.add("-Dlog.file=" + folder.log(process.name()));
    jvm.add("-Dlog4j.configurationFile=" + conf.resolve("log4j.properties").toUri());
    List<String> all = new ArrayList<>(List.of("--configDir", conf.toString()));
    all.addAll(arguments);
    process.start(
        new ProcessSpec(
            process.name(),
            jvm,
            mainClass,
            all,
            plan.files().classPath(),
            // Each thread that calls native code would otherwise get a malloc arena of its own.
            Map.of("MALLOC_ARENA_MAX", "2"),
            plan.bound()));
  }
}
