package io.sightings.scenes;

import java.awt.geom.Rectangle2D;

/**
 * A face that truly is in a frame.
 *
 * @param box in pixels; may reach beyond the frame
 * @param shown the share, 0 to 1, that lies inside the frame and behind nobody
 */
public record VisibleFace(String name, Rectangle2D box, double shown) {}
