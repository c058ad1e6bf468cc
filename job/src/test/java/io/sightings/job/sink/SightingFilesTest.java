package io.sightings.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.settings.FilesSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.FileSinkCommittable;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted in /proc")
class SightingFilesTest {
  private static final int DAYS = Integer.getInteger("days", 100);
  private static final Instant FIRST = Instant.parse("2020-01-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aCheckpointClosesTheFilesOfAllButSomeDays() throws Exception {
    FilesSettings files = new FilesSettings(folder.toUri().toString(), "UTC", Duration.ofHours(1));
    FileSink<Sighting> sink = SightingFiles.sink(files);
    try (OneInputStreamOperatorTestHarness<Sighting, CommittableMessage<FileSinkCommittable>>
        writer = new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<>(sink))) {
      writer.setup(
          CommittableMessageTypeInfo.of(sink::getCommittableSerializer)
              .createSerializer(new SerializerConfigImpl()));
      writer.open();
      for (int checkpoint = 1; checkpoint <= 3; checkpoint++) {
        for (int day = 0; day < DAYS; day++) {
          writer.processElement(sighting(FIRST.plus(Duration.ofDays(day))), day);
        }
        assertThat(openFiles()).isEqualTo(DAYS);

        writer.prepareSnapshotPreBarrier(checkpoint);
        writer.snapshot(checkpoint, checkpoint);
        writer.notifyOfCompletedCheckpoint(checkpoint);

        assertThat(openFiles()).isEqualTo(SightingFiles.MAX_OPEN_DAYS);
      }
    }
  }

  private static Sighting sighting(Instant when) {
    return new Sighting(
        "s-" + when,
        1,
        SightingStatus.CLOSED,
        null,
        SourceInfo.of("door", SourceKind.IMAGE),
        new Sighting.Who("ada", "Ada", true),
        when,
        when,
        1,
        1,
        1,
        0.9,
        null,
        null,
        0.5,
        "model",
        "1",
        null,
        null);
  }

  private long openFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(this::isInFolder).count();
    }
  }

  private boolean isInFolder(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
    } catch (NoSuchFileException closed) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
