package io.sightings.engine;

import io.sightings.contract.image.ImageLimits;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.List;

/**
 * Everything the face engine can be told.
 *
 * @param engine which detector and embedder
 * @param models folders searched for model files, before the usual ones
 * @param embedder name of the embedder in the catalogue; empty takes the best one found
 * @param threshold similarity from which a face is named; 0 takes the embedder's own
 * @param detector how faces are found
 * @param image bounds of what is decoded
 * @param gate what a face must reach to be judged at all
 */
@RecordBuilder
public record EngineSettings(
    Engine engine,
    List<String> models,
    String embedder,
    double threshold,
    Detector detector,
    Image image,
    Gate gate)
    implements Serializable, EngineSettingsBuilder.With {

  /** The choice of detector and embedder. */
  public enum Engine {
    /** ONNX models where their files are found, else what needs no files. */
    AUTO,
    /** ONNX models; their absence is an error. */
    ONNX,
    /** A cascade and local binary patterns: needs no files, knows less. */
    OFFLINE
  }

  /**
   * @param model name of the detector in the catalogue; empty takes the best one found
   * @param size longer side in pixels of the picture the detector sees
   * @param minScore faces the detector is less sure of are dropped, 0..1
   * @param maxOverlap of two boxes that overlap by more than this only the better one is kept, 0..1
   * @param maxEnlargement smaller pictures are enlarged to the size, but by no more than this: it
   *     finds smaller faces and takes longer
   */
  public record Detector(
      String model, int size, double minScore, double maxOverlap, double maxEnlargement)
      implements Serializable {
    private static final int MAX_SIZE = 4096;
    private static final double PHOTO_ENLARGEMENT = 8;

    public static final Detector DEFAULT = new Detector("", 640, 0.7, 0.3, 2);

    public Detector {
      Range.require(
          size >= 64 && size <= MAX_SIZE, "detector.size", size, "from 64 to " + MAX_SIZE);
      Range.require(minScore > 0 && minScore < 1, "detector.minScore", minScore, "between 0 and 1");
      Range.require(
          maxOverlap > 0 && maxOverlap < 1, "detector.maxOverlap", maxOverlap, "between 0 and 1");
      Range.require(maxEnlargement >= 1, "detector.maxEnlargement", maxEnlargement, "1 or more");
    }

    /**
     * For photographs: small ones are enlarged to the full size, which places landmarks more
     * exactly.
     */
    public Detector forPhotos() {
      return new Detector(
          model, size, minScore, maxOverlap, Math.max(PHOTO_ENLARGEMENT, maxEnlargement));
    }

    /** The same with another network. */
    public Detector withModel(String other) {
      return new Detector(other, size, minScore, maxOverlap, maxEnlargement);
    }

    /** For a closer look: twice the size. */
    public Detector closer() {
      return new Detector(
          model, Math.min(MAX_SIZE, 2 * size), minScore, maxOverlap, 2 * maxEnlargement);
    }
  }

  /**
   * @param maxBytes as {@link ImageLimits#maxBytes()}
   * @param maxPixels as {@link ImageLimits#maxPixels()}
   * @param maxScans as {@link ImageLimits#maxScans()}
   * @param maxMemory as {@link ImageLimits#maxMemory()}
   * @param detail JPEGs are decoded to no less than this many times the detector's size: what faces
   *     are cropped from
   */
  public record Image(int maxBytes, long maxPixels, int maxScans, long maxMemory, double detail)
      implements Serializable {

    public static final Image DEFAULT = of(ImageLimits.DEFAULT, 2);

    public Image {
      Range.require(detail >= 1, "image.detail", detail, "1 or more");
      new ImageLimits(maxBytes, maxPixels, maxScans, maxMemory);
    }

    public static Image of(ImageLimits bounds, double detail) {
      return new Image(
          bounds.maxBytes(), bounds.maxPixels(), bounds.maxScans(), bounds.maxMemory(), detail);
    }

    public ImageLimits bounds() {
      return new ImageLimits(maxBytes, maxPixels, maxScans, maxMemory);
    }
  }

  /**
   * @param minSize shorter side of the face in pixels
   * @param minSharpness least {@link FaceQuality#sharpness()}
   * @param minScore least detector score, 0..1
   */
  public record Gate(double minSize, double minSharpness, double minScore) implements Serializable {

    public static final Gate DEFAULT = new Gate(40, 15, 0.8);

    public Gate {
      Range.require(minSize >= 0, "gate.minSize", minSize, "0 or more");
      Range.require(minSharpness >= 0, "gate.minSharpness", minSharpness, "0 or more");
      Range.require(
          minScore >= 0 && minScore < 1, "gate.minScore", minScore, "from 0 to less than 1");
    }
  }

  public static final EngineSettings DEFAULT =
      new EngineSettings(
          Engine.AUTO, List.of(), "", 0, Detector.DEFAULT, Image.DEFAULT, Gate.DEFAULT);

  public EngineSettings {
    models = List.copyOf(models);
    Range.require(threshold >= 0 && threshold < 1, "threshold", threshold, "from 0 to less than 1");
  }

  /**
   * Apart from the records: their defaults are made while they are being loaded, and must not need
   * one another.
   */
  private static final class Range {
    static void require(boolean fits, String key, Object value, String range) {
      if (!fits) {
        throw new IllegalArgumentException(
            key.substring(key.lastIndexOf('.') + 1) + " is " + value + ", allowed is " + range);
      }
    }
  }
}
