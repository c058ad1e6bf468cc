package io.sightings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is distributed besides the product's own code, and what it says of it. */
class ThirdPartyTest {

  @Test
  void theListOfTheRepositoryIsWhatTheBuildGenerates() throws IOException {
    Path generated = Path.of("target", "third-party", "THIRD-PARTY.md");

    assertThat(Files.readString(Path.of("..", "THIRD-PARTY.md")))
        .as("cp cli/target/third-party/THIRD-PARTY.md THIRD-PARTY.md, and review the difference")
        .isEqualTo(Files.readString(generated));
  }

  @Test
  void theClassPathCarriesLicenceAndNotice() {
    assertThat(SightingsCommand.class.getResource("/META-INF/NOTICE")).isNotNull();
    assertThat(SightingsCommand.class.getResource("/META-INF/LICENSE")).isNotNull();
  }
}
