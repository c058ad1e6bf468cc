package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job is stopped with a savepoint in mid-stream, twice, and goes on with another parallelism.
 */
class RescaleIT {
  private static final List<SourceInfo> SOURCES =
      List.of(
          SourceInfo.of("door", SourceKind.VIDEO),
          SourceInfo.of("yard", SourceKind.LIVE),
          SourceInfo.of("hall", SourceKind.VIDEO));

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private static Path folder;
  private static TestKafka broker;

  private final List<StoppableRun> runs = new ArrayList<>();

  @BeforeAll
  static void start() {
    broker = TestKafka.start();
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @AfterEach
  void disconnect() {
    runs.forEach(StoppableRun::close);
  }

  @Test
  void aJobRescaledInMidStreamTellsWhatAnUndisturbedOneTells() throws Exception {
    StoppableRun undisturbed = run("undisturbed");
    for (int part = 0; part < 3; part++) {
      undisturbed.play(part);
    }
    JobClient whole = undisturbed.begin(2, null);
    undisturbed.awaitClosed(2 * SOURCES.size());
    whole.cancel().get();

    StoppableRun rescaled = run("rescaled");
    rescaled.play(0);
    JobClient job = rescaled.begin(1, null);
    rescaled.awaitAny();
    // It is stopped while it reads these.
    rescaled.play(1);
    job = rescaled.begin(2, rescaled.stopped(job));
    rescaled.play(2);
    job = rescaled.begin(1, rescaled.stopped(job));
    rescaled.awaitClosed(2 * SOURCES.size());
    job.cancel().get();

    List<String> told = rescaled.told();
    for (SourceInfo source : SOURCES) {
      assertThat(of(source, told))
          .as(source.id())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(of(source, undisturbed.told()));
    }
    assertThat(rescaled.lines())
        .containsExactlyInAnyOrderElementsOf(
            told.stream().filter(line -> line.contains("\"status\":\"closed\"")).toList());
  }

  private StoppableRun run(String name) throws Exception {
    StoppableRun run = new StoppableRun(broker, FLINK.getMiniCluster(), SOURCES, folder, name);
    runs.add(run);
    return run;
  }

  private static List<String> of(SourceInfo source, List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("\"source\":{\"id\":\"" + source.id() + "\""))
        .toList();
  }
}
