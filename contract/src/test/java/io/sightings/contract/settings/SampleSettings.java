package io.sightings.contract.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings with one of everything a program's settings may have. */
record SampleSettings(
    String name, Visit visit, Broker broker, List<Camera> cameras, List<String> tags) {

  static final SampleSettings DEFAULT =
      new SampleSettings(
          "sample",
          new Visit(Duration.ofSeconds(30), 2, 0.5, Mode.CAREFUL, Naming.FIRST),
          new Broker("localhost:9092", true, 1 << 20, Map.of(), null),
          List.of(),
          List.of("a", "b"));

  enum Mode {
    QUICK,
    CAREFUL
  }

  enum Naming {
    @JsonProperty("first-come")
    FIRST,
    @JsonProperty("last-come")
    LAST
  }

  record Visit(Duration gap, int minFrames, double threshold, Mode mode, Naming naming) {
    Visit {
      SettingChecks.range("gap", gap, Duration.ofSeconds(1), Duration.ofDays(1));
      SettingChecks.range("minFrames", minFrames, 1, 100);
      SettingChecks.range("threshold", threshold, 0, 1);
      if (mode == Mode.QUICK && minFrames > 50) {
        throw new IllegalArgumentException("A quick visit has 50 frames at most.");
      }
    }
  }

  record Broker(
      String bootstrapServers,
      boolean secure,
      int largestMessage,
      Map<String, String> properties,
      Login login) {
    Broker {
      SettingChecks.notBlank("bootstrapServers", bootstrapServers);
    }
  }

  record Login(String user, String password) {}

  record Camera(String id, String url, int fps, Duration retry) {
    Camera {
      SettingChecks.notBlank("id", id);
      retry = retry == null ? Duration.ofSeconds(5) : retry;
    }
  }
}
