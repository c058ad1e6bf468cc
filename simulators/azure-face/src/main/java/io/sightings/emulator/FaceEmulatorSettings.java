package io.sightings.emulator;

import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.engine.EngineSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the stand-in can be told.
 *
 * @param host it listens at
 * @param port it listens at; 0 takes a free one
 * @param key callers must have
 * @param token callers may have instead; null where no token is accepted
 * @param tier how often it may be called, and how much it holds
 * @param engine that knows the faces
 * @param pace how long things take
 * @param faults that befall calls
 * @param quirks of the answers
 * @param seed of ids, of the order of shuffled answers and of what is left out
 * @param folder that keeps groups; null to keep them in memory
 * @param clock of lifetimes, trainings and rates
 */
@RecordBuilder
public record FaceEmulatorSettings(
    String host,
    int port,
    String key,
    @Nullable String token,
    PricingTier tier,
    EngineSettings engine,
    EmulatorDelays pace,
    FaultPlan faults,
    Set<ServiceQuirk> quirks,
    long seed,
    @Nullable Path folder,
    InstantSource clock)
    implements FaceEmulatorSettingsBuilder.With {

  /** No secret: it opens a stand-in on this machine. */
  public static final String DEFAULT_KEY = "stand-in-key";

  /** Standard tier, a free port of this machine, fair weather, identify answers shuffled. */
  public static final FaceEmulatorSettings DEFAULT =
      new FaceEmulatorSettings(
          "127.0.0.1",
          0,
          DEFAULT_KEY,
          null,
          PricingTier.S0,
          EngineSettings.DEFAULT,
          EmulatorDelays.DEFAULT,
          FaultPlan.NONE,
          Set.of(ServiceQuirk.SHUFFLED_ANSWERS),
          1,
          null,
          InstantSource.system());

  /** Without a rate limit, trains at once and recognises drawn faces without models. */
  public static final FaceEmulatorSettings UNTHROTTLED =
      DEFAULT
          .withEngine(EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE))
          .withTier(PricingTier.UNLIMITED)
          .withPace(EmulatorDelays.INSTANT);

  public FaceEmulatorSettings {
    quirks = Set.copyOf(quirks);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", allowed is from 0 to 65535");
    }
    if (key.isBlank()) {
      throw new IllegalArgumentException("key is empty; callers need one");
    }
  }

  public FaceEmulatorSettings at(String newHost, int newPort) {
    return withHost(newHost).withPort(newPort);
  }

  /**
   * @param newToken null where no token is accepted
   */
  public FaceEmulatorSettings withCredentials(String newKey, @Nullable String newToken) {
    return withKey(newKey).withToken(newToken);
  }

  /** Without key and token. */
  @Override
  public String toString() {
    return "FaceServiceSettings[host="
        + host
        + ", port="
        + port
        + ", tier="
        + tier.name()
        + ", engine="
        + engine
        + ", pace="
        + pace
        + ", faults="
        + faults
        + ", quirks="
        + quirks
        + ", seed="
        + seed
        + ", folder="
        + folder
        + "]";
  }
}
