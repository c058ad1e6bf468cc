package io.sightings.faceservice;

import io.sightings.engine.EngineSettings;
import io.sightings.scenes.Portraits;
import io.sightings.scenes.person.Cast;
import io.sightings.scenes.person.Traits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Portraits of people who do not exist, for the engine that needs no models. */
enum Drawn {
  ADA(1, 7),
  BEN(3, 6),
  CLEO(5, 21);

  private final Traits traits;

  Drawn(long cast, int place) {
    this.traits = Cast.of(cast, place + 1).get(place);
  }

  /** The first looks straight ahead. */
  BufferedImage portrait(int number) {
    return new Portraits().portrait(traits, number);
  }

  byte[] jpeg(int number) {
    return encoded(portrait(number), "jpg");
  }

  static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, out)) {
        throw new IllegalArgumentException("This JDK writes no " + format + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Several portraits beside each other. */
  static byte[] together(BufferedImage... portraits) {
    int width = 0;
    int height = 0;
    for (BufferedImage each : portraits) {
      width += each.getWidth();
      height = Math.max(height, each.getHeight());
    }
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int x = 0;
    for (BufferedImage each : portraits) {
      picture.getGraphics().drawImage(each, x, 0, null);
      x += each.getWidth();
    }
    return encoded(picture, "jpg");
  }

  /** A stand-in that is never throttled, trains at once and knows drawn people. */
  static FaceServiceSettings settings() {
    return FaceServiceSettings.DEFAULT
        .withEngine(EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE))
        .withTier(io.sightings.faceservice.limit.Tier.UNLIMITED)
        .withPace(io.sightings.faceservice.operations.Pace.INSTANT);
  }
}
