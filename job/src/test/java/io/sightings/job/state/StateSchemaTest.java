package io.sightings.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.SightingsJob;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.identify.NoGallery;
import io.sightings.job.settings.FilesSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import io.sightings.job.state.KeptStates.KeptState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a savepoint holds, held against what earlier savepoints hold. */
class StateSchemaTest {
  private static final SourceInfo DOOR = SourceInfo.of("door", SourceKind.VIDEO);

  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private static Path folder;
  private static List<KeptState> states;
  private static SortedSet<String> now;

  @BeforeAll
  static void takeASavepoint() throws Exception {
    List<FrameRecord> deliveries =
        List.of(
            Deliveries.ended(DOOR, "run1", 0, Deliveries.START),
            Deliveries.ended(DOOR, "run2", 0, Deliveries.START));
    JobSettings settings = everything();
    Play play = new Play(FLINK.getMiniCluster(), settings, new NoGallery(), deliveries);
    states = KeptStates.of(play.cut(1, folder, stop -> {}, 1).metadata());
    StateSchema schema = new StateSchema();
    schema.states(states.stream().filter(state -> !state.operator().endsWith("-topic")).toList());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SightingsJob.build(env, settings, false);
    schema.operators(env.getStreamGraph());
    now = schema.lines();
    if (KeptFiles.keep()) {
      Files.write(KeptFiles.schema(), now);
    }
  }

  /** So that every operator is there that can be. */
  private static JobSettings everything() {
    JobSettings defaults = JobSettings.defaults();
    return defaults
        .withEngine(EngineSettings.DEFAULT.withEngine(Engine.OFFLINE))
        .withIdentify(defaults.identify().withBy(By.AZURE))
        .withAzure(defaults.azure().withResource("http://127.0.0.1:1", "nobody-listens-there"))
        .withFiles(new FilesSettings(folder.toUri().toString(), "UTC", Duration.ofMinutes(1)));
  }

  @Test
  void whatEarlierVersionsKeptIsStillThere() throws Exception {
    SortedSet<String> gone = new TreeSet<>(Files.readAllLines(KeptFiles.schema()));
    gone.removeAll(now);

    assertThat(gone)
        .as(
            "An operator, a state, a field or a constant that savepoints hold is gone, or has"
                + " another name or type: no later job can go on from them. Bring it back; or read"
                + " the old state under its old name and type and write the new one from it, and"
                + " say in the changelog from which version on savepoints can be used")
        .isEmpty();
  }

  @Test
  void whatIsNewIsWrittenDown() throws Exception {
    SortedSet<String> added = new TreeSet<>(now);
    added.removeAll(new TreeSet<>(Files.readAllLines(KeptFiles.schema())));

    assertThat(added)
        .as(
            "This is new in savepoints, which is fine: older ones go on without it. Write it down"
                + " with: mvn -pl job test -Dtest='StateSchemaTest,KeptSavepointTest'"
                + " -Dsightings.keep=true")
        .isEmpty();
  }

  @Test
  void everyRecordInASavepointIsOneThatIsKnownToEvolve() {
    SortedSet<String> proven = new TreeSet<>();
    for (Class<?> root : StateTypes.ROOTS) {
      for (PojoTypeInfo<?> record : StateTypes.records(TypeInformation.of(root))) {
        proven.add(record.getTypeClass().getName());
      }
    }

    assertThat(now)
        .filteredOn(line -> line.startsWith("field "))
        .extracting(line -> line.substring("field ".length(), line.indexOf(':')))
        .extracting(field -> field.substring(0, field.lastIndexOf('.')))
        .as("a record that is not in StateTypes")
        .allSatisfy(record -> assertThat(proven).contains(record));
  }

  @Test
  void noStateIsKeptInAFormThatCannotEvolve() {
    assertThat(now).noneMatch(line -> line.contains("Kryo") || line.contains("JavaSerial"));
  }
}
