package io.sightings.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SimilarityTransformTest {
  private static final float[] FACE = {100, 120, 180, 118, 140, 165, 108, 200, 172, 199};

  @Property
  void aTurnedScaledAndMovedFaceIsBroughtBackExactly(
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = 0.05, max = 20) double scale,
      @ForAll @DoubleRange(min = -2000, max = 2000) double x,
      @ForAll @DoubleRange(min = -2000, max = 2000) double y) {
    SimilarityTransform truth =
        new SimilarityTransform(scale * Math.cos(angle), scale * Math.sin(angle), x, y);
    SimilarityTransform found = SimilarityTransform.between(FACE, moved(FACE, truth));
    assertThat(found.a()).isEqualTo(truth.a(), within(1e-3 * (1 + scale)));
    assertThat(found.b()).isEqualTo(truth.b(), within(1e-3 * (1 + scale)));
    assertThat(found.scale()).isEqualTo(scale, within(1e-3 * (1 + scale)));
    double[] back = found.inverse(moved(FACE, truth)[4], moved(FACE, truth)[5]);
    assertThat(back[0]).isEqualTo(FACE[4], within(0.1));
    assertThat(back[1]).isEqualTo(FACE[5], within(0.1));
  }

  @Property
  void noNearbyTransformFitsBetter(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -0.02, max = 0.02) double da,
      @ForAll @DoubleRange(min = -0.02, max = 0.02) double db) {
    Random random = new Random(seed);
    float[] target = FACE.clone();
    for (int i = 0; i < target.length; i++) {
      target[i] += (float) (8 * random.nextGaussian());
    }
    SimilarityTransform best = SimilarityTransform.between(FACE, target);
    SimilarityTransform near =
        new SimilarityTransform(best.a() + da, best.b() + db, best.tx(), best.ty());
    assertThat(error(best, target)).isLessThanOrEqualTo(error(near, target) + 1e-3);
  }

  @Property
  void shrinkingTheSourceFirstEndsAtTheSamePlace(
      @ForAll @DoubleRange(min = 0, max = 500) double originX,
      @ForAll @DoubleRange(min = 0.1, max = 1) double factor) {
    SimilarityTransform whole = new SimilarityTransform(0.3, -0.1, 12, 34);
    SimilarityTransform after = whole.after(originX, 7, factor);
    double sx = (FACE[0] - originX) * factor;
    double sy = (FACE[1] - 7) * factor;
    assertThat(after.a() * sx - after.b() * sy + after.tx())
        .isEqualTo(whole.a() * FACE[0] - whole.b() * FACE[1] + whole.tx(), within(1e-6));
  }

  private static double error(SimilarityTransform transform, float[] target) {
    float[] moved = moved(FACE, transform);
    double sum = 0;
    for (int i = 0; i < moved.length; i++) {
      sum += (moved[i] - target[i]) * (moved[i] - target[i]);
    }
    return sum;
  }

  private static float[] moved(float[] points, SimilarityTransform t) {
    float[] result = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      result[i] = (float) (t.a() * points[i] - t.b() * points[i + 1] + t.tx());
      result[i + 1] = (float) (t.b() * points[i] + t.a() * points[i + 1] + t.ty());
    }
    return result;
  }
}
