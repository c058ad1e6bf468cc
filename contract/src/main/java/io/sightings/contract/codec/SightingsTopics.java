package io.sightings.contract.codec;

import io.sightings.contract.Alert;
import io.sightings.contract.Frame;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;

/** All topics, under their default names. */
public final class SightingsTopics {
  public static final TypedTopic<Frame> FRAMES = new TypedTopic<>("frames", new FrameCodec());
  public static final TypedTopic<Sighting> SIGHTINGS =
      new TypedTopic<>("sightings", new SightingCodec());
  public static final TypedTopic<Alert> ALERTS = new TypedTopic<>("alerts", new AlertCodec());
  public static final TypedTopic<RejectedFrame> REJECTED =
      new TypedTopic<>("frames.rejected", new RejectedFrameCodec());
  public static final TypedTopic<PersonChange> PEOPLE =
      new TypedTopic<>("people", new PersonCodec());

  private SightingsTopics() {}
}
