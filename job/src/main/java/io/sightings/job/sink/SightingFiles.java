package io.sightings.job.sink;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import io.sightings.job.settings.FilesSettings;
import java.time.ZoneId;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.DefaultRollingPolicy;

/** Closed sightings as lines of JSON, in one folder a day: a table to Spark, DuckDB and Athena. */
public final class SightingFiles {

  private static final long LOOK_MILLIS = 60_000;

  /** A file of an open day costs a file descriptor and a line of each checkpoint. */
  static final int MAX_OPEN_DAYS = 32;

  private SightingFiles() {}

  public static FileSink<Sighting> sink(FilesSettings files) {
    return FileSink.<Sighting>forRowFormat(
            new Path(files.path()),
            (sighting, out) -> {
              out.write(Json.write(sighting));
              out.write('\n');
            })
        .withBucketAssigner(new DayAssigner(ZoneId.of(files.timeZone())))
        .withRollingPolicy(
            new OpenDaysPolicy<>(
                DefaultRollingPolicy.builder()
                    .withRolloverInterval(files.rollover())
                    .withInactivityInterval(files.rollover())
                    .build(),
                MAX_OPEN_DAYS))
        // How often files are looked at: a short rollover must not wait for it.
        .withBucketCheckInterval(Math.min(files.rollover().toMillis(), LOOK_MILLIS))
        .withOutputFileConfig(new OutputFileConfig("sightings", ".jsonl"))
        .build();
  }
}
