package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        .contains("io/sightings/job/JobMain.class")
        .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib|a)"))
        .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"));
    assertThat(Path.of("target", "lib").toFile().list())
        .anyMatch(name -> name.startsWith("onnxruntime-"))
        .anyMatch(name -> name.startsWith("zstd-jni-"))
        .anyMatch(name -> name.startsWith("lz4-java-"))
        .anyMatch(name -> name.startsWith("snappy-java-"));
  }

  @Test
  void theJobsJarCarriesTheLicenceAndAllNotices() throws IOException {
    try (JarFile jar = new JarFile(Path.of("target", "sightings-job.jar").toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
      assertThat(text(jar, "META-INF/NOTICE"))
          .contains("Sightings", "Flink : Connectors : Kafka", "Jackson", "Apache Commons Lang");
      assertThat(text(jar, "NOTICE")).contains("Apache Kafka");
      assertThat(text(jar, "META-INF/THIRD-PARTY.md"))
          .contains("org.apache.kafka:kafka-clients", "Permission is hereby granted");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (var content = jar.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
