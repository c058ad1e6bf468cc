package io.sightings.faceservice;

import io.sightings.engine.EngineSettings;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.limit.Tier;
import io.sightings.faceservice.operations.Pace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;

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
public record FaceServiceSettings(
    String host,
    int port,
    String key,
    String token,
    Tier tier,
    EngineSettings engine,
    Pace pace,
    Faults faults,
    Set<Quirk> quirks,
    long seed,
    Path folder,
    InstantSource clock) {

  /** No secret: it opens a stand-in on this machine. */
  public static final String DEFAULT_KEY = "stand-in-key";

  /** Standard tier, a free port of this machine, fair weather, identify answers shuffled. */
  public static final FaceServiceSettings DEFAULT =
      new FaceServiceSettings(
          "127.0.0.1",
          0,
          DEFAULT_KEY,
          null,
          Tier.S0,
          EngineSettings.DEFAULT,
          Pace.DEFAULT,
          Faults.NONE,
          Set.of(Quirk.SHUFFLED_ANSWERS),
          1,
          null,
          InstantSource.system());

  public FaceServiceSettings {
    quirks = Set.copyOf(quirks);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", allowed is from 0 to 65535");
    }
    if (key.isBlank()) {
      throw new IllegalArgumentException("key is empty; callers need one");
    }
  }

  public FaceServiceSettings at(String newHost, int newPort) {
    return new FaceServiceSettings(
        newHost, newPort, key, token, tier, engine, pace, faults, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withPort(int other) {
    return at(host, other);
  }

  /**
   * @param newToken null where no token is accepted
   */
  public FaceServiceSettings withCredentials(String newKey, String newToken) {
    return new FaceServiceSettings(
        host, port, newKey, newToken, tier, engine, pace, faults, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withTier(Tier other) {
    return new FaceServiceSettings(
        host, port, key, token, other, engine, pace, faults, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withEngine(EngineSettings other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, other, pace, faults, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withPace(Pace other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, engine, other, faults, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withFaults(Faults other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, engine, pace, other, quirks, seed, folder, clock);
  }

  public FaceServiceSettings withQuirks(Collection<Quirk> others) {
    return new FaceServiceSettings(
        host,
        port,
        key,
        token,
        tier,
        engine,
        pace,
        faults,
        Set.copyOf(others),
        seed,
        folder,
        clock);
  }

  public FaceServiceSettings withSeed(long other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, engine, pace, faults, quirks, other, folder, clock);
  }

  public FaceServiceSettings withFolder(Path other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, engine, pace, faults, quirks, seed, other, clock);
  }

  public FaceServiceSettings withClock(InstantSource other) {
    return new FaceServiceSettings(
        host, port, key, token, tier, engine, pace, faults, quirks, seed, folder, other);
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
