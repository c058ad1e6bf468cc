package io.sightings.engine.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a model can be fetched: a file in an npm package, or an address.
 *
 * @param npm the package as {@code name@version}; null for an address
 * @param integrity of the package, as npm states it: {@code sha512-} and the hash in Base64
 * @param path of the file inside the package
 * @param url the address; null for a package
 * @param size of the package, or of what the address serves, in bytes; 0 where it is not known
 * @param sha256 of the fetched file, in hexadecimal; null is that of the model file
 * @param conversion what makes the model file of it
 */
public record ModelSource(
    @Nullable String npm,
    @Nullable String integrity,
    @Nullable String path,
    @Nullable String url,
    long size,
    @Nullable String sha256,
    Conversion conversion) {

  /** What makes the model file of a fetched file. */
  public enum Conversion {
    /** It is the model file. */
    NONE,
    /** From TFLite to ONNX. */
    TFLITE,
    /** UltraFace without its last nodes, which hold for one picture size only. */
    ULTRAFACE
  }

  public ModelSource {
    conversion = conversion == null ? Conversion.NONE : conversion;
    if ((npm == null) == (url == null)) {
      throw new IllegalArgumentException("a source needs either npm or url");
    }
    if (npm != null
        && (!npm.matches("(@[a-z0-9._-]+/)?[a-z0-9._-]+@[0-9][0-9A-Za-z.+-]*")
            || integrity == null
            || !integrity.startsWith("sha512-")
            || path == null)) {
      throw new IllegalArgumentException(
          "the npm source " + npm + " needs name@version, an integrity with sha512- and a path");
    }
    if (url != null && !url.matches("https?://[^\\s]+")) {
      throw new IllegalArgumentException("the url " + url + " is no http or https address");
    }
    if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a source's sha256 needs 64 hexadecimal digits");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a source's size is " + size);
    }
  }

  static ModelSource ofUrl(String url) {
    return new ModelSource(null, null, null, url, 0, null, Conversion.NONE);
  }

  /** The source in a few words, such as {@code npm package x@1.0 (10 MB)}. */
  public String text() {
    String where = npm == null ? "" + url : "npm package " + npm;
    return size == 0 ? where : where + " (" + sizeText() + ")";
  }

  /** The package, or the address's host. */
  public String shortText() {
    return npm == null ? URI.create("" + url).getHost() : "npm package " + npm;
  }

  /** The size as people read it. */
  public String sizeText() {
    if (size == 0) {
      return "size unknown";
    }
    return size < 1_000_000 ? size / 1000 + " kB" : Math.round(size / 1e6) + " MB";
  }
}
