package io.sightings.contract.codec;

import io.sightings.contract.Alert;
import io.sightings.contract.Frame;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;

/** All topics, under their default names. */
public final class Topics {
  public static final Topic<Frame> FRAMES = new Topic<>("frames", new FrameCodec());
  public static final Topic<Sighting> SIGHTINGS = new Topic<>("sightings", new SightingCodec());
  public static final Topic<Alert> ALERTS = new Topic<>("alerts", new AlertCodec());
  public static final Topic<RejectedFrame> REJECTED =
      new Topic<>("frames.rejected", new RejectedFrameCodec());
  public static final Topic<PersonChange> PEOPLE = new Topic<>("people", new PersonCodec());

  private Topics() {}
}
