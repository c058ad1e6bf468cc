package io.sightings.scenes.person;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws people into pictures. What is costly (relief, hair, expressions) is remembered in bounded
 * caches of pure functions, so the pixels do not depend on what was drawn before. Safe for use by
 * many threads on different pictures.
 */
public final class PersonPainter {
  private record Model(FaceAnatomy face, HeadRelief relief, BodyPainter body) {
    static Model of(PersonTraits traits) {
      FaceAnatomy face = FaceAnatomy.of(traits);
      return new Model(face, new HeadRelief(face), new BodyPainter(traits));
    }
  }

  private record PaintingKey(PersonTraits traits, double resolution) {}

  private record TextureKey(PaintingKey painting, FacialExpression expression) {}

  private final LruCache<PersonTraits, Model> models = new LruCache<>(24, Model::of);
  private final LruCache<PaintingKey, HeadPainting> paintings =
      new LruCache<>(
          12, key -> new HeadPainting(models.get(key.traits()).face(), key.resolution()));
  private final LruCache<TextureKey, HeadTexture> textures =
      new LruCache<>(40, key -> paintings.get(key.painting()).texture(key.expression()));

  /** Draws on a TYPE_INT_RGB picture with the eyes' midpoint at the given pixel. */
  public void paint(
      BufferedImage picture, PersonTraits traits, PersonView view, double eyesX, double eyesY) {
    Model model = models.get(traits);
    double unit = view.unit();
    double lean = 0.25 * Math.sin(Math.toRadians(view.yaw()));
    try (FaceCanvas canvas = new FaceCanvas(picture, unit, eyesX - lean * unit, eyesY)) {
      model.body().paint(canvas, view.light());
    }
    PaintingKey painting = new PaintingKey(traits, resolution(unit));
    HeadTexture texture = textures.get(new TextureKey(painting, view.expression()));
    new HeadRenderer(model.relief(), texture, view).paint(picture, eyesX, eyesY);
  }

  /**
   * Two texels per pixel, rounded up to a multiple of eight per unit so that nearly equal sizes
   * share a painting.
   */
  private static double resolution(double unit) {
    return 8 * Math.ceil(2 * unit / 8);
  }

  /** Keeps the most recently used results of a pure function. Safe for use by many threads. */
  private static final class LruCache<K, V> {
    private final Map<K, V> results;
    private final Function<K, V> function;

    LruCache(int capacity, Function<K, V> function) {
      this.function = function;
      results =
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
              return size() > capacity;
            }
          };
    }

    synchronized V get(K key) {
      V result = results.get(key);
      if (result == null) {
        result = function.apply(key);
        results.put(key, result);
      }
      return result;
    }
  }
}
