package io.sightings.cli.cluster;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.scene.GroundTruthComparison;
import io.sightings.toolkit.topics.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what is committed of one source, from the first record, and what is in the files. */
final class SightingObserver implements AutoCloseable {
  private final ClusterUnderTest product;
  private final String source;
  private final TopicReader<Sighting> reader;
  private final List<Sighting> seen = new ArrayList<>();

  SightingObserver(ClusterUnderTest product, String source) {
    this.product = product;
    this.source = source;
    this.reader = TopicReader.fromBeginning(product.broker(), SightingsTopics.SIGHTINGS);
  }

  /** Until something is on the topic for good: the job is in the midst of it. */
  void awaitFirstSighting() {
    ProcessAwait.until(
        "something of " + source + " is seen",
        ClusterUnderTest.PATIENCE,
        () -> !committed().isEmpty());
  }

  /** Until all visits are closed, and whatever should not come has had its time. */
  void awaitAllVisits() {
    int visits = product.scene().truth().visits().size();
    ProcessAwait.until(
        "all " + visits + " visits of " + source + " are closed",
        ClusterUnderTest.PATIENCE,
        () -> closed().size() >= visits);
    product.settle();
  }

  GroundTruthComparison check() {
    return GroundTruthComparison.of(product.scene().truth().visits(), closed());
  }

  /** All closed visits, as often as they are on the topic. */
  List<Sighting> closed() {
    return committed().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
  }

  /** All revisions of all visits, as often as they are on the topic. */
  List<Sighting> committed() {
    do {
      for (Sighting sighting : reader.poll(Duration.ofMillis(200))) {
        if (sighting.source().id().equals(source)) {
          seen.add(sighting);
        }
      }
    } while (!reader.atEnd());
    return List.copyOf(seen);
  }

  /** Until the finished files hold as many visits. */
  List<Sighting> awaitWritten(int visits) {
    ProcessAwait.until(
        visits + " visits of " + source + " are in the files",
        ClusterUnderTest.PATIENCE,
        () -> written().size() >= visits);
    return written();
  }

  private List<Sighting> written() {
    if (!Files.isDirectory(product.files())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(product.files())) {
      List<Sighting> all = new ArrayList<>();
      for (Path file : files.filter(SightingObserver::isFinished).toList()) {
        for (String line : Files.readAllLines(file)) {
          all.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Sighting.class));
        }
      }
      return all.stream().filter(s -> s.source().id().equals(source)).toList();
    } catch (IOException | MalformedMessageException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What begins with a dot is still being written. */
  private static boolean isFinished(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jsonl") && !name.startsWith(".");
  }

  @Override
  public void close() {
    reader.close();
  }
}
