package io.sightings.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Options and arguments of a JVM in a file, for {@code java @FILE}. So command lines stay short:
 * ONNX Runtime 1.29 crashes the JVM while it loads where the command line is longer than about
 * 4,000 characters, and the options Flink needs make a third of that.
 */
final class ArgumentFile {

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
