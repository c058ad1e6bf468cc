package io.sightings.job.detect;

import io.sightings.contract.FrameInfo;
import java.util.List;

/**
 * A frame without its pixels.
 *
 * @param info what is known about it; heartbeats and ends have no faces
 * @param width of the picture as it was analysed, in pixels
 * @param height of the picture as it was analysed, in pixels
 * @param faces in it
 */
public record SeenFrame(FrameInfo info, int width, int height, List<SeenFace> faces) {}
