package io.sightings.emulator;

import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.RandomFaultPlan;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.engine.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The settings as options of a command line; which engine knows the faces is not among them. */
public final class FaceEmulatorOptions {
  private static final int DEFAULT_PORT = 8095;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen at; ${DEFAULT-VALUE}, this machine only, by default.")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + DEFAULT_PORT,
      description = "Port to listen at, 0 for any free one; ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--key",
      defaultValue = FaceEmulatorSettings.DEFAULT_KEY,
      description = "Key that callers must have; ${DEFAULT-VALUE} by default.")
  private String key;

  @Option(
      names = "--token",
      description = "Bearer token that callers may have instead; none is accepted by default.")
  private String token;

  @Option(
      names = "--tier",
      paramLabel = "F0|S0|unlimited",
      defaultValue = "S0",
      description = "F0: 20 calls a minute. S0, the default: 10 calls a second.")
  private String tier;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder that keeps groups, people and faces; by default they end with it.")
  private Path folder;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal ids, storms and orders of answers.")
  private long seed;

  @Option(
      names = "--answer-time",
      paramLabel = "MS",
      defaultValue = "0",
      description = "Milliseconds that every answer takes beside the work; 0 by default.")
  private long answerMillis;

  @Option(
      names = "--change-time",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "Milliseconds that a change of one person's faces takes; those of one person wait for"
              + " each other; 0 by default.")
  private long changeMillis;

  @Option(
      names = "--training-time",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Milliseconds that a training runs; ${DEFAULT-VALUE} by default.")
  private long trainingMillis;

  @Option(
      names = "--quirk",
      paramLabel = "QUIRK",
      description = "A quirk of its answers, more than once if wanted: ${COMPLETION-CANDIDATES}.")
  private List<ServiceQuirk> quirks = List.of();

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "A JSON file that says what goes wrong, as PUT /-/faults takes it.")
  private Path faults;

  @Option(
      names = "--storm",
      paramLabel = "SHARE",
      description = "Hits this share of all calls, 0 to 1, with all that can go wrong.")
  private Double storm;

  /**
   * @throws IllegalArgumentException if the options contradict each other or are out of their range
   * @throws UncheckedIOException if the file of faults cannot be read
   */
  public FaceEmulatorSettings settings(EngineSettings engine) {
    Set<ServiceQuirk> all = EnumSet.copyOf(FaceEmulatorSettings.DEFAULT.quirks());
    all.addAll(quirks);
    EmulatorDelays pace =
        EmulatorDelays.DEFAULT
            .withAnswer(Duration.ofMillis(answerMillis))
            .withChange(Duration.ofMillis(changeMillis))
            .withTraining(
                EmulatorDelays.DEFAULT.trainingQueue(), Duration.ofMillis(trainingMillis));
    return FaceEmulatorSettings.DEFAULT
        .at(host, port)
        .withCredentials(key, token)
        .withTier(PricingTier.named(tier))
        .withEngine(engine)
        .withPace(pace)
        .withQuirks(all)
        .withFaults(faults())
        .withSeed(seed)
        .withFolder(folder);
  }

  private FaultPlan faults() {
    if (faults == null) {
      return storm == null ? FaultPlan.NONE : FaultPlan.storm(RandomFaultPlan.of(seed, storm));
    }
    if (storm != null) {
      throw new IllegalArgumentException(
          "--faults and --storm exclude each other; a file of faults may have a storm in it.");
    }
    try {
      return EmulatorJson.MAPPER.readValue(faults.toFile(), FaultPlan.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The faults in " + faults + " cannot be read: " + e.getMessage(), e);
    }
  }
}
