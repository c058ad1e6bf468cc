package io.sightings.engine;

import java.io.Serializable;

/**
 * How faces are cut out for a service that names them.
 *
 * @param margin the shot has this many times the width and height of the face's box, 1 to 10
 * @param minFace shorter side of the smallest face cut out, in pixels of the decoded picture
 * @param maxFace larger faces are reduced to this shorter side, in pixels; never enlarged
 */
public record ShotSettings(double margin, int minFace, int maxFace) implements Serializable {

  public ShotSettings {
    require(margin >= 1 && margin <= 10, "margin", margin, "from 1 to 10");
    require(minFace >= 1, "minFace", minFace, "1 or more");
    require(maxFace >= minFace, "maxFace", maxFace, minFace + " (minFace) or more");
  }

  private static void require(boolean fits, String key, Object value, String allowed) {
    if (!fits) {
      throw new IllegalArgumentException(key + " is " + value + ", allowed is " + allowed);
    }
  }
}
