package io.sightings.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named JVM with a folder of its own: it can be started, killed, paused, resumed and stopped, by
 * the process that started it and, where it is not bound to that, by any later one.
 *
 * <p>The folder holds {@code pid}, {@code arguments}, {@code out.log} with what the process prints,
 * and {@code hs_err.log} should it crash.
 */
public final class LocalProcess {
  private final String name;
  private final Path folder;
  private final PidFile pidFile;
  // Held because its standard input must stay open, see ProcessMain.
  private @Nullable Process started;
  private volatile boolean paused;

  /**
   * @param folder where a process of this name runs, or will; created when it starts
   */
  public LocalProcess(String name, Path folder) {
    this.name = name;
    this.folder = folder.toAbsolutePath();
    this.pidFile = new PidFile(this.folder.resolve("pid"));
  }

  public String name() {
    return name;
  }

  public Path folder() {
    return folder;
  }

  /** What it prints; that of the life before is beside it, as {@code out.old.log}. */
  public Path out() {
    return folder.resolve("out.log");
  }

  /**
   * @throws LocalRuntimeException if it is running already
   */
  public void start(ProcessSpec spec) {
    handle()
        .ifPresent(
            running -> {
              throw new LocalRuntimeException(
                  name + " is running already, as " + running.pid() + ".");
            });
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("out.old.log"));
      if (Files.exists(out())) {
        Files.move(out(), folder.resolve("out.old.log"));
      }
      Path arguments = folder.resolve("arguments");
      ArgumentFile.write(arguments, arguments(spec));
      started = builder(spec, arguments).start();
      pidFile.write(started.toHandle());
    } catch (IOException e) {
      throw new LocalRuntimeException(
          name + " cannot be started in " + folder + ": " + e.getMessage(), e);
    }
  }

  private List<String> arguments(ProcessSpec spec) {
    List<String> all = new ArrayList<>(spec.jvm());
    all.add("-XX:-UsePerfData");
    all.add("-XX:ErrorFile=" + folder.resolve("hs_err.log"));
    all.add("-D" + ProcessMain.BOUND + "=" + spec.bound());
    all.add(ProcessMain.class.getName());
    all.add(spec.mainClass());
    all.addAll(spec.arguments());
    return all;
  }

  private ProcessBuilder builder(ProcessSpec spec, Path arguments) {
    // What the process creates is private, independent of the umask of this one.
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
    if (!spec.bound()) {
      // The closing of a terminal must not end what was started from it.
      command.add("nohup");
    }
    command.add(JavaInstallation.java());
    command.add("@" + arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out().toFile());
    if (!spec.bound()) {
      builder.redirectInput(Path.of("/dev/null").toFile());
    }
    builder.environment().putAll(spec.environment());
    builder
        .environment()
        .put("CLASSPATH", JavaInstallation.classPathWithLauncher(spec.classPath()));
    return builder;
  }

  /** Its process, while it runs. */
  public Optional<ProcessHandle> handle() {
    return Optional.ofNullable(started)
        .map(Process::toHandle)
        .filter(ProcessHandle::isAlive)
        // Or another has started it since.
        .or(pidFile::read);
  }

  public boolean isAlive() {
    return handle().isPresent();
  }

  /** The exit code of the process this object started last; empty while it runs. */
  public OptionalInt exitCode() {
    return started == null || started.isAlive()
        ? OptionalInt.empty()
        : OptionalInt.of(started.exitValue());
  }

  /** When it was started; empty when it does not run. */
  public Optional<Instant> since() {
    return handle().flatMap(process -> process.info().startInstant());
  }

  /** Ends it as kill -9 does: nothing is flushed, handed over or said. */
  public void kill() {
    handle().ifPresent(process -> ProcessSignals.kill(process, name));
    paused = false;
    pidFile.delete();
  }

  /** SIGSTOP: it does nothing more, but its connections stay open. */
  public void pause() {
    ProcessHandle process = running();
    paused = true;
    ProcessSignals.send("STOP", process);
  }

  /**
   * Whether it was paused by {@link #pause} of this object, and has neither gone on nor ended
   * since.
   */
  public boolean isPaused() {
    return paused;
  }

  /** SIGCONT: it goes on where it was. */
  public void resume() {
    ProcessSignals.send("CONT", running());
    paused = false;
  }

  /** Asks it to end, and kills it when it takes longer than it may. */
  public void stop(Duration patience) {
    handle()
        .ifPresent(
            process -> {
              process.destroy();
              // A paused process would not hear of it.
              ProcessSignals.send("CONT", process);
              if (!ProcessSignals.awaitEnd(process, patience)) {
                ProcessSignals.kill(process, name);
              }
            });
    paused = false;
    pidFile.delete();
  }

  /**
   * What it uses now.
   *
   * @throws LocalRuntimeException if it does not run
   */
  public ProcessFootprint footprint() {
    try {
      return ProcessFootprint.of(running().pid());
    } catch (IOException e) {
      throw new LocalRuntimeException(name + " cannot be measured: " + e.getMessage(), e);
    }
  }

  private ProcessHandle running() {
    return handle().orElseThrow(() -> new LocalRuntimeException(name + " does not run."));
  }

  /** What it has printed in this life. */
  public String output() {
    try {
      return Files.exists(out()) ? Files.readString(out(), StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(out() + " cannot be read", e);
    }
  }

  /**
   * Options and arguments of a JVM in a file, for {@code java @FILE}. So command lines stay short:
   * ONNX Runtime 1.29 crashes the JVM while it loads where the command line is longer than about
   * 4,000 characters, and the options Flink needs make a third of that.
   */
  private static final class ArgumentFile {

    private ArgumentFile() {}

    static void write(Path file, List<String> arguments) throws IOException {
      Files.deleteIfExists(file);
      // Settings among the arguments may hold secrets.
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file, arguments.stream().map(a -> quoted(a) + "\n").collect(Collectors.joining()));
    }

    private static String quoted(String argument) {
      String escaped =
          argument
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\r", "\\r")
              .replace("\t", "\\t");
      return '"' + escaped + '"';
    }
  }
}
