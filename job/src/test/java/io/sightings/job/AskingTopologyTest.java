package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.image.ImageLimits;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.identify.NoGallery;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job with a service that says who people are, over real HTTP. */
class AskingTopologyTest {
  private static final int FRAMES_PER_SECOND = 4;
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final SourceInfo DOOR = SourceInfo.of("door", SourceKind.VIDEO);
  private static final SourceInfo YARD = SourceInfo.of("yard", SourceKind.LIVE);

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private static Path folder;
  private static FaceEmulator service;
  private static AzureSettings azure;
  private static List<byte[]> pictures;

  private final Collected<Sighting> sightings = new Collected<>();
  private final Collected<RejectedFrame> rejected = new Collected<>();

  @BeforeAll
  static void enrol() throws Exception {
    service = FaceEmulator.start(FaceEmulatorSettings.DEFAULT.withEngine(ENGINE));
    azure = AzureSettings.DEFAULT.withResource(service.endpoint().toString(), service.key());
    DrawnFrames.enrol(azure, folder);
    pictures = DrawnFrames.between(1, 12.5, FRAMES_PER_SECOND);
  }

  @AfterAll
  static void end() {
    service.close();
  }

  @BeforeEach
  void calmWeather() {
    service.faults(FaultPlan.NONE);
    service.calls().clear();
  }

  @Test
  void theServiceNamesEveryoneWhoWalksByForAFewCalls() throws Exception {
    run(settings(azure), DOOR, YARD);

    for (String source : List.of("door", "yard")) {
      assertThat(closed(source))
          .extracting(s -> s.person().id())
          .containsExactlyInAnyOrder("ada", "ben");
      assertThat(closed(source))
          .allSatisfy(
              sighting -> {
                assertThat(sighting.model()).isEqualTo("azure/recognition_04");
                assertThat(sighting.inquiry().outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
                assertThat(sighting.inquiry().paidCalls()).isPositive();
                assertThat(sighting.galleryVersion()).startsWith(azure.group());
                assertThat(sighting.bestShot().attributes().quality()).isNotNull();
              });
    }
    // Two a frame is what a client pays that asks about every frame.
    assertThat(service.spread().paid()).isLessThan(2L * 2 * pictures.size() / 4);
    assertThat(rejected.all()).isEmpty();
  }

  @Test
  void whileTheServiceIsAwayVisitsArePublishedWithTheReasonAndTheJobGoesOn() throws Exception {
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.unavailable())));

    run(settings(azure), YARD);

    assertThat(closed("yard")).hasSize(2);
    assertThat(closed("yard"))
        .allSatisfy(
            sighting -> {
              assertThat(sighting.person().known()).isFalse();
              assertThat(sighting.inquiry().outcome()).isEqualTo(InquiryOutcome.AWAY);
              assertThat(sighting.inquiry().reason()).isNotBlank();
            });
  }

  @Test
  void aWrongKeyIsSaidOnTheSightingAndNowhereShown() throws Exception {
    String wrong = "a-key-nobody-knows";
    run(settings(azure.withResource(service.endpoint().toString(), wrong)), YARD);

    assertThat(closed("yard")).hasSize(2);
    assertThat(closed("yard"))
        .allSatisfy(
            sighting -> {
              assertThat(sighting.inquiry().outcome()).isEqualTo(InquiryOutcome.NOT_ALLOWED);
              assertThat(sighting.toString()).doesNotContain(wrong);
            });
  }

  @Test
  void theServiceMayFindTheFacesToo() throws Exception {
    JobSettings settings = settings(azure);
    run(settings.withDetect(settings.detect().withBy(By.AZURE)), DOOR);

    assertThat(closed("door"))
        .extracting(s -> s.person().id())
        .containsExactlyInAnyOrder("ada", "ben");
    assertThat(service.calls().counts().get("detect").calls()).isEqualTo(pictures.size());
  }

  @Test
  void whatIsTooLargeIsNeverShownToTheServiceWhichIsPaidForLooking() throws Exception {
    JobSettings settings = settings(azure);
    run(
        settings
            .withDetect(settings.detect().withBy(By.AZURE))
            .withEngine(
                ENGINE.withImage(EngineSettings.Image.of(ImageLimits.of(1024, 50_000_000), 2))),
        DOOR);

    assertThat(rejected.all())
        .hasSize(pictures.size())
        .allMatch(one -> one.reason() == RejectReason.TOO_LARGE);
    assertThat(service.calls().counts()).doesNotContainKey("detect");
  }

  private static JobSettings settings(AzureSettings azure) {
    JobSettings defaults = JobSettings.defaults();
    return defaults
        .withEngine(ENGINE)
        .withAzure(azure)
        .withIdentify(defaults.identify().withBy(By.AZURE));
  }

  private void run(JobSettings settings, SourceInfo... sources) throws Exception {
    List<FrameRecord> deliveries = new ArrayList<>();
    for (int i = 0; i <= pictures.size(); i++) {
      for (SourceInfo source : sources) {
        Instant time = Deliveries.START.plusMillis(1000L * i / FRAMES_PER_SECOND);
        deliveries.add(
            i < pictures.size()
                ? Deliveries.image(source, "run1", i, time, pictures.get(i))
                : Deliveries.ended(source, "run1", i, time));
      }
    }
    StreamExecutionEnvironment env = new TestStreamEnvironment(FLINK.getMiniCluster(), 2);
    env.configure(
        new Configuration()
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
            .set(PipelineOptions.OBJECT_REUSE, true)
            // The job never fails for the service.
            .set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
    Topology.Outputs outputs =
        Topology.define(
            env.fromData(deliveries)
                .uid("deliveries")
                .setParallelism(1)
                .partitionCustom(
                    (source, partitions) -> source.equals("door") ? 0 : 1,
                    delivery -> new String(delivery.message().key(), UTF_8)),
            settings,
            new NoGallery());
    outputs.sightings().sinkTo(sightings).uid("sightings");
    outputs.rejected().sinkTo(rejected).uid("rejected");
    env.execute("asking");
  }

  private List<Sighting> closed(String source) {
    return sightings.all().stream()
        .filter(sighting -> sighting.source().id().equals(source))
        .filter(sighting -> sighting.status() == SightingStatus.CLOSED)
        .toList();
  }
}
