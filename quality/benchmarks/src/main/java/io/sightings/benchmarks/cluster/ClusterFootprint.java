package io.sightings.benchmarks.cluster;

import io.sightings.cluster.LocalCluster;
import io.sightings.process.LocalProcess;
import io.sightings.process.ProcessFootprint;
import java.io.IOException;
import java.util.Locale;

/**
 * What the processes of a cluster hold after a full collection, in bytes.
 *
 * @param taskManager resident memory
 * @param heap the part of it that is the heap's
 * @param metaspace of the task manager
 * @param classes loaded in the task manager
 * @param threads of the task manager
 * @param jobManager resident memory
 */
record ClusterFootprint(
    long taskManager, long heap, long metaspace, long classes, long threads, long jobManager) {
  static final String HEADER =
      "submission | task manager RSS | of it heap | the rest | metaspace | classes | threads | job manager RSS";

  private static final double MIB = 1 << 20;

  static ClusterFootprint of(LocalCluster cluster) throws IOException, InterruptedException {
    LocalProcess taskManager = cluster.process("taskmanager-1");
    LocalProcess jobManager = cluster.process("jobmanager-1");
    // Classes of a job that has gone go with the next full collection, whenever that is.
    ask(taskManager, "GC.run");
    ask(jobManager, "GC.run");
    return new ClusterFootprint(
        taskManager.footprint().resident(),
        ResidentHeap.of(pid(taskManager), ask(taskManager, "GC.heap_info")),
        metric(cluster, "Memory.Metaspace.Used"),
        metric(cluster, "ClassLoader.ClassesLoaded")
            - metric(cluster, "ClassLoader.ClassesUnloaded"),
        metric(cluster, "Threads.Count"),
        jobManager.footprint().resident());
  }

  String row(int submission) {
    return String.format(
        Locale.ROOT,
        "%10d | %12.0f MiB | %6.0f MiB | %4.0f MiB | %5.1f MiB | %7d | %7d | %11.0f MiB",
        submission,
        taskManager / MIB,
        heap / MIB,
        (taskManager - heap) / MIB,
        metaspace / MIB,
        classes,
        threads,
        jobManager / MIB);
  }

  private static long metric(LocalCluster cluster, String name) {
    return cluster.rest().taskManagerMetric("taskmanager-1", "Status.JVM." + name);
  }

  private static String ask(LocalProcess process, String question)
      throws IOException, InterruptedException {
    return ProcessFootprint.diagnose(pid(process), question)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "jcmd cannot ask " + process.name() + " for " + question));
  }

  private static long pid(LocalProcess process) {
    return process.handle().orElseThrow().pid();
  }
}
