package io.sightings.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.Collected;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.settings.WorkSettings.By;
import io.sightings.job.work.InOrder;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures whose analysis never ends, in the midst of others, in a job that makes checkpoints. */
class StuckPictureTest {
  private static final SourceInfo DOOR = SourceInfo.of("door", SourceKind.LIVE);
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final int FRAMES = 80;
  private static final int FIRST_BOMB = 5;
  private static final int LAST_BOMB = 40;

  /** A worker and one spare: the second bomb takes the last one. */
  private static final WorkSettings WORK = new WorkSettings(By.LOCAL, 1, TIMEOUT, 1);

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .setConfiguration(new Configuration().set(WebOptions.CHECKPOINTS_HISTORY_SIZE, 1000))
              .build());

  private static final Collected<DetectResult> DETECTIONS = new Collected<>();
  private static CheckpointStatsSnapshot checkpoints;

  @BeforeAll
  static void playToTheEndThoughTwoWorkersNeverReturn() throws Exception {
    StreamExecutionEnvironment env = new TestStreamEnvironment(FLINK.getMiniCluster(), 1);
    env.enableCheckpointing(100);
    DataGeneratorSource<FrameRecord> camera =
        new DataGeneratorSource<>(
            index ->
                Deliveries.image(
                    DOOR,
                    "run1",
                    index,
                    Deliveries.START.plusMillis(index),
                    index == FIRST_BOMB || index == LAST_BOMB ? StuckEngine.BOMB : new byte[] {1}),
            FRAMES,
            RateLimiterStrategy.perSecond(40),
            TypeInformation.of(FrameRecord.class));
    env.fromSource(camera, WatermarkStrategy.noWatermarks(), "camera")
        .transform(
            "detect",
            TypeInformation.of(DetectResult.class),
            new InOrder<>(
                new DetectFunction(
                    JobSettings.defaults().withDetect(WORK),
                    AttemptJournal.none(),
                    null,
                    StuckEngine::acquire),
                TIMEOUT,
                WORK.capacity()))
        .sinkTo(DETECTIONS);
    JobID job = env.execute("stuck").getJobID();
    checkpoints =
        FLINK.getMiniCluster().getArchivedExecutionGraph(job).get().getCheckpointStatsSnapshot();
  }

  @AfterAll
  static void release() {
    StuckEngine.RELEASE.countDown();
  }

  @Test
  void everyFrameIsSeenOrRejectedInItsOrder() {
    assertThat(DETECTIONS.all())
        .extracting(StuckPictureTest::offset)
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize(FRAMES);
  }

  @Test
  void aSpareWorkerSeesTheFramesBehindTheFirstOne() {
    // Its neighbour in flight may have waited for as long.
    assertThat(DETECTIONS.all().subList(FIRST_BOMB + WORK.capacity(), LAST_BOMB))
        .extracting(DetectResult::rejected)
        .containsOnlyNulls();
    assertThat(rejected(FIRST_BOMB).reason()).isEqualTo(RejectReason.ENGINE_FAILURE);
    assertThat(rejected(FIRST_BOMB).detail()).isEqualTo("no result within 300 ms");
  }

  @Test
  void withNoWorkerLeftFramesFailAtOnce() {
    List<RejectedFrame> late =
        DETECTIONS.all().subList(LAST_BOMB + WORK.capacity(), FRAMES).stream()
            .map(DetectResult::rejected)
            .filter(Objects::nonNull)
            .toList();

    assertThat(late)
        .hasSize(FRAMES - LAST_BOMB - WORK.capacity())
        .extracting(RejectedFrame::detail)
        .containsOnly("2 workers are stuck and none is left");
  }

  @Test
  void checkpointsPassMeanwhileAndNoneFails() {
    Iterator<Long> stuck = StuckEngine.STUCK_SINCE.iterator();
    long first = stuck.next();
    long second = stuck.next();

    assertThat(triggered(CheckpointStatsStatus.COMPLETED))
        .filteredOn(time -> time > first && time < second)
        .isNotEmpty();
    assertThat(triggered(CheckpointStatsStatus.COMPLETED))
        .filteredOn(time -> time > second)
        .isNotEmpty();
    assertThat(triggered(CheckpointStatsStatus.FAILED))
        .filteredOn(time -> time > first && time < second)
        .isEmpty();
  }

  private static List<Long> triggered(CheckpointStatsStatus status) {
    return checkpoints.getHistory().getCheckpoints().stream()
        .filter(each -> each.getStatus() == status)
        .map(AbstractCheckpointStats::getTriggerTimestamp)
        .toList();
  }

  @Test
  void noPictureIsTouchedByTheTasksOwnThread() {
    assertThat(StuckEngine.THREADS).allMatch(thread -> thread.startsWith("detect-"));
  }

  private static RejectedFrame rejected(int offset) {
    return DETECTIONS.all().get(offset).rejected();
  }

  private static long offset(DetectResult detection) {
    return detection.rejected() == null
        ? detection.frame().info().sequence()
        : detection.rejected().offset();
  }
}
