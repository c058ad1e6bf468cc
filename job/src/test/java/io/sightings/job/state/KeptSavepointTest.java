package io.sightings.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.Person;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.DrawnFrames;
import io.sightings.job.FixedGallery;
import io.sightings.job.identify.NoGallery;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import io.sightings.job.state.KeptStates.KeptState;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint of an earlier version is gone on from as if nothing had happened. */
class KeptSavepointTest {
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final String TOLD = "told.properties";

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private static Path folder;
  private static KeptScene scene;
  private static Play local;
  private static Play asking;
  private static FaceEmulator service;

  @BeforeAll
  static void prepare() throws Exception {
    scene = new KeptScene();
    JobSettings settings = JobSettings.defaults().withEngine(ENGINE);
    // Ben is a stranger, who is remembered.
    List<Person> ada =
        DrawnFrames.people(ENGINE).stream().filter(person -> person.id().equals("ada")).toList();
    local = new Play(FLINK.getMiniCluster(), settings, new FixedGallery(ada), scene.deliveries());

    service = FaceEmulator.start(FaceEmulatorSettings.DEFAULT.withEngine(ENGINE));
    AzureSettings azure =
        AzureSettings.DEFAULT.withResource(service.endpoint().toString(), service.key());
    DrawnFrames.enrol(azure, folder.resolve("people"));
    asking =
        new Play(
            FLINK.getMiniCluster(),
            settings.withAzure(azure).withIdentify(settings.identify().withBy(By.AZURE)),
            new NoGallery(),
            scene.deliveries());
    if (KeptFiles.keep()) {
      keep("local", local.cut(1, folder, stop -> {}, scene.cut()));
      keep("asking", asking.cut(1, folder, stop -> fallSilent(stop), scene.again(), scene.cut()));
      service.faults(FaultPlan.NONE);
    }
  }

  @AfterAll
  static void end() {
    service.close();
  }

  /** The second time nobody answers, so that the savepoint holds questions. */
  private static void fallSilent(int stop) {
    if (stop == 0) {
      service.faults(
          FaultPlan.script(
              FaultRule.every(
                  ApiOperation.DETECT, new CallFault.Hang(CallFault.Moment.BEFORE_WORK))));
    }
  }

  private static void keep(String of, Play.Cut cut) throws IOException {
    Path kept = KeptFiles.savepoint(of);
    Files.copy(cut.metadata(), kept.resolve("_metadata"), StandardCopyOption.REPLACE_EXISTING);
    Properties told = new Properties();
    for (String source : KeptScene.SOURCES) {
      told.setProperty(source, String.valueOf(of(source, cut.told()).size()));
    }
    try (Writer out = Files.newBufferedWriter(kept.resolve(TOLD))) {
      told.store(out, "sightings told before the savepoint, by source");
    }
  }

  @Test
  void theRestIsToldAsByAJobThatNeverStopped() throws Exception {
    List<Sighting> undisturbed = local.toTheEnd(2, null);

    for (Path savepoint : KeptFiles.savepoints("local")) {
      Properties told = told(savepoint);
      for (int parallelism = 1; parallelism <= 2; parallelism++) {
        List<Sighting> rest = local.toTheEnd(parallelism, savepoint);
        for (String source : KeptScene.SOURCES) {
          List<String> all = of(source, undisturbed);
          int before = Integer.parseInt(told.getProperty(source));
          assertThat(of(source, rest))
              .as("%s of %s at parallelism %d", source, savepoint.getFileName(), parallelism)
              .isNotEmpty()
              .isEqualTo(all.subList(before, all.size()));
        }
      }
    }
  }

  @Test
  void questionsInFlightAreAskedAgain() throws Exception {
    for (Path savepoint : KeptFiles.savepoints("asking")) {
      List<Sighting> rest = asking.toTheEnd(2, savepoint);

      for (String source : KeptScene.SOURCES) {
        assertThat(rest)
            .filteredOn(sighting -> sighting.source().id().equals(source))
            .filteredOn(sighting -> sighting.status() == SightingStatus.CLOSED)
            .as("%s of %s", source, savepoint.getFileName())
            .extracting(sighting -> sighting.person().id())
            .containsExactlyInAnyOrder("ada", "ben");
      }
    }
  }

  @Test
  void itHoldsStateOfEveryStage() throws Exception {
    List<KeptState> states = KeptStates.of(KeptFiles.savepoint("asking").resolve("_metadata"));

    assertThat(states)
        .extracting(KeptState::operator)
        .contains("frames", "admit", "detect", "track", "identify", "ask", "sighting");
    assertThat(states)
        .filteredOn(state -> state.operator().equals("ask"))
        .extracting(KeptState::entries)
        .allMatch(questions -> questions > 0);
  }

  @Test
  void noPictureThatWasUnderWayIsInIt() throws Exception {
    assertThat(KeptStates.of(KeptFiles.savepoint("local").resolve("_metadata")))
        .filteredOn(state -> List.of("detect", "identify").contains(state.operator()))
        .hasSize(2)
        .extracting(KeptState::entries)
        .containsOnly(0);
  }

  private static Properties told(Path savepoint) throws IOException {
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(savepoint.resolve(TOLD))) {
      told.load(in);
    }
    return told;
  }

  /** Who was there and when. How many faces were compared is a matter of the version. */
  private static List<String> of(String source, List<Sighting> sightings) {
    return sightings.stream()
        .filter(sighting -> sighting.source().id().equals(source))
        .map(
            sighting ->
                "%s %d %s %s %s-%s in %d frames"
                    .formatted(
                        sighting.id(),
                        sighting.revision(),
                        sighting.status(),
                        sighting.person(),
                        sighting.firstSeen(),
                        sighting.lastSeen(),
                        sighting.frames()))
        .toList();
  }
}
