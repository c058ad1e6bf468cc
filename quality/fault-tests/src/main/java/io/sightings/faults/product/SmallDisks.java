package io.sightings.faults.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A small disk for each place that is to be full once. */
public final class SmallDisks implements AutoCloseable {
  /** More than the 64 MiB an ingestor leaves free, and a video. */
  private static final int STATE_MEGABYTES = 128;

  private static final int OTHER_MEGABYTES = 256;

  private final Map<DiskPlace, SmallDisk> disks = new EnumMap<>(DiskPlace.class);

  private SmallDisks() {}

  /**
   * @throws io.sightings.process.LocalRuntimeException if they cannot be mounted
   */
  public static SmallDisks mount(ProductPlan plan) throws IOException {
    ProductFolder folder = new ProductFolder(plan.folder().toAbsolutePath());
    SmallDisks all = new SmallDisks();
    try {
      all.disks.put(
          DiskPlace.STATE,
          SmallDisk.mount(folder.ingestor("ingestor-1").resolve("state"), STATE_MEGABYTES));
      all.disks.put(
          DiskPlace.KAFKA, SmallDisk.mount(folder.root().resolve("kafka/data"), OTHER_MEGABYTES));
      all.disks.put(DiskPlace.FILES, SmallDisk.mount(folder.results(), OTHER_MEGABYTES));
      all.disks.put(
          DiskPlace.CHECKPOINTS,
          SmallDisk.mount(folder.cluster().resolve("checkpoints"), OTHER_MEGABYTES));
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  public SmallDisk of(DiskPlace place) {
    return Objects.requireNonNull(disks.get(place));
  }

  @Override
  public void close() {
    for (SmallDisk disk : disks.values()) {
      try {
        disk.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a small disk cannot be unmounted", e);
      }
    }
  }

  /** What of the product has a disk of its own that can be full. */
  public enum DiskPlace {
    STATE("the ingestors' state"),
    KAFKA("Kafka's data"),
    FILES("the files of sightings"),
    CHECKPOINTS("the checkpoints");

    private final String words;

    DiskPlace(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
