package io.sightings.cli.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault.Hang;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.people.GroupSnapshot.PersonSnapshot;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.EngineSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself is ended as hard as can be. */
class KilledEnrolmentIT {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  @TempDir private Path folder;

  @Test
  void anEnrolmentThatIsKilledGoesOnWhereItWas() throws Exception {
    Path people = Files.createDirectory(folder.resolve("people"));
    new PortraitPainter().write(people, "Ada", DemoScene.defaults().enrolled().get("Ada"), 3);
    try (FaceEmulator service =
        FaceEmulator.start(
            FaceEmulatorSettings.DEFAULT.withEngine(
                EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE)))) {
      Path config = folder.resolve("job.yaml");
      Files.writeString(
          config,
          "azure: {endpoint: '%s', key: '%s'}%n".formatted(service.endpoint(), service.key()));
      service.faults(
          FaultPlan.script(FaultRule.nth(ApiOperation.ADD_FACE, 2, new Hang(Moment.AFTER_WORK))));
      Process process = enrol(people, config);
      try {
        await(service, process);
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor()).isEqualTo(128 + 9);
      service.faults(FaultPlan.NONE);

      StringWriter said = new StringWriter();
      PrintWriter out = new PrintWriter(said, true);
      int exitCode =
          Main.run(out, out, "enrol", people.toString(), "--azure", "--config", config.toString());

      assertThat(exitCode).as(said.toString()).isZero();
      assertThat(said.toString()).contains("1 photos accepted, 2 unchanged, 0 rejected");
      assertThat(service.state().get(0).people())
          .singleElement()
          .extracting(PersonSnapshot::faces)
          .satisfies(faces -> assertThat(faces).hasSize(3));
      assertThat(service.state().get(0).known()).hasSize(1);
    }
  }

  private Process enrol(Path people, Path config) throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-Dsightings.log=" + folder.resolve("sightings.log"),
            Main.class.getName(),
            "enrol",
            people.toString(),
            "--azure",
            "--config",
            config.toString());
    // As long a class path would not do on a command line.
    java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return java.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
  }

  /** Until the second face is added, of which the process does not learn. */
  private void await(FaceEmulator service, Process process) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (faces(service) < 2) {
      assertThat(process.isAlive() && System.nanoTime() < end)
          .as("it goes on: %s", Files.readString(folder.resolve("out")))
          .isTrue();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static long faces(FaceEmulator service) {
    return service.state().stream()
        .flatMap(group -> group.people().stream())
        .mapToLong(person -> person.faces().size())
        .sum();
  }
}
