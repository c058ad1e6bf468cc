package io.sightings.engine.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The native buffers of the picture shapes that a detector saw last. */
final class ShapeBuffers<T extends ShapeBuffers.Buffers> implements AutoCloseable {
  /** Cameras of one job have few shapes; a folder of photographs may have any. */
  private static final int SHAPES_KEPT = 4;

  /** What pictures of one shape need. */
  interface Buffers extends AutoCloseable {
    @Override
    void close();
  }

  private final Function<DetectorScale, T> maker;
  private final Map<DetectorScale, T> kept = new LinkedHashMap<>(SHAPES_KEPT, 0.75f, true);

  ShapeBuffers(Function<DetectorScale, T> maker) {
    this.maker = maker;
  }

  T of(DetectorScale shape) {
    T buffers = kept.computeIfAbsent(shape, maker);
    if (kept.size() > SHAPES_KEPT) {
      var oldest = kept.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
    return buffers;
  }

  @Override
  public void close() {
    kept.values().forEach(Buffers::close);
    kept.clear();
  }
}
