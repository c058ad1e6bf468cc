package io.sightings.job.identify;

import io.sightings.contract.FrameInfo;
import java.util.List;

/** A frame as the rules of a visit see it. */
public record IdentifiedFrame(FrameInfo info, int width, int height, List<IdentifiedFace> faces) {}
