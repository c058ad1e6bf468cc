package io.sightings.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    new LocalProcess("ticker", folder).kill();
  }

  @Test
  void argumentsArriveAsTheyAreHoweverTheyLook() {
    List<String> odd =
        List.of("two words", "a \"quoted\" one", "C:\\back\\slash", "#no comment", "");
    LocalProcess process = started(true, odd.toArray(String[]::new));
    ProcessAwait.until("it speaks", PATIENCE, () -> process.output().contains("tick"));
    assertThat(process.output().lines()).startsWith("started " + odd);
  }

  @Test
  void whoDidNotStartItFindsItAndEndsIt() {
    LocalProcess process = started(false);
    long pid = process.handle().orElseThrow().pid();

    LocalProcess later = new LocalProcess("ticker", folder);
    assertThat(later.handle()).hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(pid));
    later.stop(PATIENCE);

    assertThat(process.isAlive()).isFalse();
    assertThat(later.isAlive()).isFalse();
  }

  @Test
  void aStrangerWithTheSameIdIsNotTakenForIt() throws IOException {
    long stranger = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("pid"), stranger + " 1000\n");
    assertThat(new LocalProcess("ticker", folder).isAlive()).isFalse();
  }

  @Test
  void aPausedProcessDoesNothingUntilItGoesOn() {
    LocalProcess process = started(true);
    ProcessAwait.until("it ticks", PATIENCE, () -> process.output().contains("tick"));
    process.pause();
    ProcessAwait.until("it is stopped", PATIENCE, () -> state(process).equals("T"));
    String said = process.output();
    process.resume();
    ProcessAwait.until("it ticks again", PATIENCE, () -> process.output().length() > said.length());
  }

  @Test
  void whatRunsIsNotStartedTwice() {
    LocalProcess process = started(true);
    assertThatThrownBy(() -> process.start(spec(true)))
        .isInstanceOf(LocalRuntimeException.class)
        .hasMessageContaining("ticker is running already");
  }

  @Test
  void aBoundProcessEndsWhenItsParentIsKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(JavaInstallation.java(), Parent.class.getName(), folder.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process parent = builder.redirectErrorStream(true).start();
    try {
      parent.inputReader().readLine();
      ProcessHandle child = new LocalProcess("ticker", folder).handle().orElseThrow();
      parent.destroyForcibly();
      child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  private LocalProcess started(boolean bound, String... arguments) {
    LocalProcess process = new LocalProcess("ticker", folder);
    process.start(spec(bound, arguments));
    return process;
  }

  private static ProcessSpec spec(boolean bound, String... arguments) {
    return new ProcessSpec(
        "ticker",
        List.of("-Xmx32m", "-XX:+UseSerialGC"),
        Ticker.class.getName(),
        List.of(arguments),
        System.getProperty("java.class.path"),
        Map.of(),
        bound);
  }

  /** The letter by which the kernel tells what a process does. */
  private static String state(LocalProcess process) {
    try {
      Path stat = Path.of("/proc", Long.toString(process.handle().orElseThrow().pid()), "stat");
      if (!Files.exists(stat)) {
        System.out.println("Not looked at: whether it is stopped, as there is no /proc here.");
        return "T";
      }
      return Files.readString(stat).replaceFirst("^.*\\) ", "").substring(0, 1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says something ten times a second. */
  public static final class Ticker {
    public static void main(String[] args) {
      System.out.println("started " + List.of(args));
      while (true) {
        System.out.println("tick");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  /** A process that starts another and waits to be killed. */
  public static final class Parent {
    public static void main(String[] args) {
      new LocalProcess("ticker", Path.of(args[0])).start(spec(true));
      System.out.println("started");
      while (true) {
        LockSupport.park();
      }
    }
  }
}
