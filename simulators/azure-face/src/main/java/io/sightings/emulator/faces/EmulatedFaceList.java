package io.sightings.emulator.faces;

import java.util.List;

/**
 * The faces of a picture.
 *
 * @param width of the picture in pixels
 * @param height in the same unit
 * @param faces largest first
 */
public record EmulatedFaceList(int width, int height, List<EmulatedFace> faces) {}
