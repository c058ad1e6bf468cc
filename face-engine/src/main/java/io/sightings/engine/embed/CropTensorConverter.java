package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;
import io.sightings.engine.model.EmbedderSpec;

/** Brings a crop into the order, colours and range an embedder was trained with. */
final class CropTensorConverter {
  private static final int SIDE = DetectedFace.CROP_SIDE;
  private static final int PIXELS = SIDE * SIDE;
  private static final int CHANNELS = 3;

  private final boolean planar;
  private final boolean reversed;
  private final float[] values = new float[256];

  CropTensorConverter(EmbedderSpec spec) {
    this.planar = spec.layout() == EmbedderSpec.Layout.NCHW;
    this.reversed = spec.colours() == EmbedderSpec.Colours.RGB; // crops are blue first
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - spec.mean()) * spec.scale();
    }
  }

  long[] shape() {
    return planar ? new long[] {1, CHANNELS, SIDE, SIDE} : new long[] {1, SIDE, SIDE, CHANNELS};
  }

  void convert(byte[] crop, float[] target) {
    int perPixel = planar ? 1 : CHANNELS;
    int perChannel = planar ? PIXELS : 1;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int source = reversed ? CHANNELS - 1 - channel : channel;
      int at = channel * perChannel;
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        target[at] = values[crop[source] & 0xff];
        source += CHANNELS;
        at += perPixel;
      }
    }
  }
}
