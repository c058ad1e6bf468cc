package io.sightings.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {
  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void whereNoClusterWasStartedThereIsNoneToLookAtOrToStop() {
    for (String command : new String[] {"status", "down"}) {
      assertThat(run(command)).isEqualTo(3);
      assertThat(err.toString())
          .contains("No cluster has been started in " + folder)
          .contains("sightings cluster up");
    }
  }

  @Test
  void aClusterWithoutTaskManagersIsRefused() {
    assertThat(run("up", "--task-managers", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--task-managers 0: expected 1 or more");
  }

  @Test
  void settingsThatCannotBeReadAreNamedBeforeAnythingIsStarted() throws Exception {
    assertThat(run("up", "--config", folder.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.yaml: there is no such file");
    Path config = Files.writeString(folder.resolve("job.yaml"), "sighting: {gab: 10s}");
    assertThat(run("up", "--config", config.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("gab").contains("gap");
    assertThat(folder.resolve("kafka")).doesNotExist();
  }

  @Test
  void aDamagedRecordIsNamed() throws Exception {
    Files.writeString(folder.resolve("cluster.json"), "{");
    assertThat(run("status")).isEqualTo(3);
    assertThat(err.toString()).contains("cluster.json is damaged");
  }

  private int run(String command, String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "cluster";
    all[1] = command;
    all[2] = "--dir";
    all[3] = folder.toString();
    System.arraycopy(options, 0, all, 4, options.length);
    PrintWriter out = new PrintWriter(new StringWriter(), true);
    return Main.run(out, new PrintWriter(err, true), all);
  }
}
