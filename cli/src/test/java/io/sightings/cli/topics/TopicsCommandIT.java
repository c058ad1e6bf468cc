package io.sightings.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.kafka.LocalBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TopicsCommandIT {

  @Test
  void whatIsMissingIsCreatedAndWhatIsThereStays() {
    try (LocalBroker kafka = LocalBroker.start()) {
      assertThat(topics(kafka)).contains("frames", "frames.rejected", "people", "created");
      assertThat(topics(kafka)).contains("was there").doesNotContain("created");
    }
  }

  private static String topics(LocalBroker kafka) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out), new PrintWriter(err), "topics", "--bootstrap", kafka.bootstrap());
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }
}
