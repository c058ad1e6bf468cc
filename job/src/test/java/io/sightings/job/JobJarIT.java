package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is submitted to a cluster, as it was packaged. */
class JobJarIT {

  @Test
  void theJobsJarHoldsNeitherNativeCodeNorWhatTheClusterHas() throws IOException {
    List<String> entries;
    try (JarFile jar = new JarFile(Path.of("target", "sightings-job.jar").toFile())) {
      entries = jar.stream().map(ZipEntry::getName).toList();
    }

    assertThat(entries)
        .contains("io/sightings/job/Main.class")
        .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib|a)"))
        .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"));
    assertThat(Path.of("target", "lib").toFile().list())
        .anyMatch(name -> name.startsWith("onnxruntime-"))
        .anyMatch(name -> name.startsWith("zstd-jni-"))
        .anyMatch(name -> name.startsWith("lz4-java-"))
        .anyMatch(name -> name.startsWith("snappy-java-"));
  }
}
