package io.sightings.job.sink;

import io.sightings.contract.Sighting;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** The folder of the day a visit began, in Hive's notation. */
final class DayAssigner implements BucketAssigner<Sighting, String> {
  private static final long serialVersionUID = 1L;

  private final ZoneId zone;

  DayAssigner(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String getBucketId(Sighting sighting, Context context) {
    return "date=" + LocalDate.ofInstant(sighting.firstSeen(), zone);
  }

  @Override
  public SimpleVersionedSerializer<String> getSerializer() {
    return SimpleVersionedStringSerializer.INSTANCE;
  }
}
