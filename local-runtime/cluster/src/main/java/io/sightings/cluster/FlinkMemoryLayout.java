package io.sightings.cluster;

import io.sightings.process.JavaInstallation;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How Flink divides the memory of a process: it has a program of its own that reckons it, and the
 * task manager does not start without its results.
 *
 * @param options of the JVM, such as -Xmx
 * @param settings of Flink, such as taskmanager.cpu.cores
 */
record FlinkMemoryLayout(List<String> options, Map<String, String> settings) {
  private static final String TOOL = "org.apache.flink.runtime.util.bash.BashJavaUtils";
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  static FlinkMemoryLayout ofJobManager(Path conf, String classPath) {
    return reckon("GET_JM_RESOURCE_PARAMS", conf, classPath);
  }

  static FlinkMemoryLayout ofTaskManager(Path conf, String classPath) {
    return reckon("GET_TM_RESOURCE_PARAMS", conf, classPath);
  }

  private static FlinkMemoryLayout reckon(String what, Path conf, String classPath) {
    ProcessBuilder builder =
        new ProcessBuilder(
                JavaInstallation.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                TOOL,
                what,
                "--configDir",
                conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(conf.resolve(what + ".txt").toFile());
    builder.environment().put("CLASSPATH", classPath);
    try {
      builder.start().waitFor();
      String said = Files.readString(conf.resolve(what + ".txt"));
      List<String> lines =
          said.lines()
              .filter(line -> line.contains(RESULT))
              .map(line -> line.substring(line.indexOf(RESULT) + RESULT.length()))
              .toList();
      if (lines.size() != 2) {
        throw new LocalRuntimeException(
            "Flink cannot divide the memory of its processes; see " + conf + ":\n" + said);
      }
      return new FlinkMemoryLayout(words(lines.get(0)), dynamic(words(lines.get(1))));
    } catch (IOException e) {
      throw new LocalRuntimeException("Flink's memory cannot be reckoned: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalRuntimeException("Interrupted.", e);
    }
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  /** From {@code -D key=value -D key=value}. */
  private static Map<String, String> dynamic(List<String> words) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String word : new ArrayList<>(words)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        settings.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return settings;
  }
}
