package io.sightings.contract;

/** What a record on the frames topic says. */
public enum FrameType {
  /** A picture was taken. */
  IMAGE("io.sightings.frame.image"),
  /** The source's time is now this, and there is nothing to see. */
  HEARTBEAT("io.sightings.frame.heartbeat"),
  /** The source saw nothing for a while and sees again now: what happened in between is unknown. */
  GAP("io.sightings.frame.gap"),
  /** The source's run is over: no frame of this epoch follows. */
  ENDED("io.sightings.frame.ended");

  private final String eventType;

  FrameType(String eventType) {
    this.eventType = eventType;
  }

  /** The CloudEvents type. */
  public String eventType() {
    return eventType;
  }
}
