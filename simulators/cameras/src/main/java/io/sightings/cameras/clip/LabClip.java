package io.sightings.cameras.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An encoded clip without B-frames that begins with a key frame, so that it can be repeated for
 * ever. Frame n shows the number n ({@link FrameNumber}).
 */
public final class LabClip {
  private final ClipSpec spec;
  private final Path file;
  private final List<AccessUnit> pictures;

  private LabClip(ClipSpec spec, Path file, List<AccessUnit> pictures) {
    this.spec = spec;
    this.file = file;
    this.pictures = pictures;
  }

  /**
   * From the cache of this build.
   *
   * @throws UncheckedIOException if it cannot be encoded; for H.265 see {@link #missing}
   */
  public static LabClip of(ClipSpec spec) {
    try {
      return ClipCache.ofBuild().get(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@link ClipSpec#of} as H.264. */
  public static LabClip h264() {
    return of(ClipSpec.of(ClipCodec.H264));
  }

  /** {@link ClipSpec#of} as H.265. */
  public static LabClip h265() {
    return of(ClipSpec.of(ClipCodec.H265));
  }

  /** {@link ClipSpec#of} as JPEG. */
  public static LabClip jpeg() {
    return of(ClipSpec.of(ClipCodec.JPEG));
  }

  /** Why no clip can be encoded so on this machine; empty if it can. */
  public static Optional<String> missing(ClipCodec codec) {
    return codec == ClipCodec.H265 ? H265ClipEncoder.missing() : Optional.empty();
  }

  static LabClip read(ClipSpec spec, Path file) throws IOException {
    byte[] stream = Files.readAllBytes(file);
    List<AccessUnit> pictures =
        spec.codec() == ClipCodec.JPEG
            ? JpegClipEncoder.pictures(stream)
            : AnnexB.pictures(spec.codec(), stream);
    if (pictures.size() != spec.frames() || !pictures.get(0).key()) {
      throw new IOException(
          "%s has %d pictures instead of %d, or does not begin with a key frame: delete it."
              .formatted(file, pictures.size(), spec.frames()));
    }
    return new LabClip(spec, file, pictures);
  }

  public ClipSpec spec() {
    return spec;
  }

  public ClipCodec codec() {
    return spec.codec();
  }

  public int fps() {
    return spec.fps();
  }

  /** How many frames there are before the clip begins anew. */
  public int frames() {
    return pictures.size();
  }

  /** The elementary stream in the byte stream format (annex B), or one JPEG after another. */
  public Path file() {
    return file;
  }

  /**
   * One picture of the endless repetition.
   *
   * @param ordinal from 0; beyond the last frame the clip begins anew
   */
  public AccessUnit picture(long ordinal) {
    return pictures.get(number(ordinal));
  }

  /** The number which the picture shows. */
  public int number(long ordinal) {
    return (int) Math.floorMod(ordinal, (long) pictures.size());
  }

  /** The units (NAL units) that describe the stream, one of each type: VPS for H.265, SPS, PPS. */
  public List<byte[]> parameters() {
    Map<Integer, byte[]> parameters = new TreeMap<>();
    for (byte[] unit : pictures.get(0).units()) {
      int type = codec().type(unit);
      if (codec().parameters(type)) {
        parameters.putIfAbsent(type, unit);
      }
    }
    return List.copyOf(parameters.values());
  }

  @Override
  public String toString() {
    return spec.fileName();
  }
}
