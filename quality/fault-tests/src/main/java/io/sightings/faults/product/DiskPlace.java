package io.sightings.faults.product;

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
