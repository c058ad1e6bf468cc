package io.sightings.engine.runtime;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.ImageHeader;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.FaceShot;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import io.sightings.engine.ShotSettings;
import io.sightings.engine.align.FaceAligner;
import io.sightings.engine.detect.FaceDetector;
import io.sightings.engine.detect.RawDetection;
import io.sightings.engine.detect.TypicalLandmarks;
import io.sightings.engine.image.DecodeMemoryLimiter;
import io.sightings.engine.image.DecodedPicture;
import io.sightings.engine.image.FaceShotCutter;
import io.sightings.engine.image.PictureDecoder;
import io.sightings.engine.quality.FaceQualityAssessor;
import io.sightings.engine.quality.HeadPoseEstimator;
import io.sightings.engine.quality.SharpnessMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Decodes, detects, judges and crops, in this order: a picture is decoded once for all of it. */
final class PictureAnalyser implements FrameAnalyser {
  private final DecodeMemoryLimiter memory;
  private final PictureDecoder decoder;
  private final FaceDetector detector;
  private final FaceAligner aligner = new FaceAligner();
  private final SharpnessMeter sharpness = new SharpnessMeter();
  private final FaceQualityAssessor judge;
  private final @Nullable FaceShotCutter shots;

  /**
   * @param memory shared with the engine's other analysers
   * @param shots null for none
   */
  PictureAnalyser(
      EngineSettings settings,
      FaceDetector detector,
      DecodeMemoryLimiter memory,
      ShotSettings shots) {
    this.memory = memory;
    this.decoder = new PictureDecoder(settings.image(), settings.detector().size());
    this.detector = detector;
    this.judge = new FaceQualityAssessor(settings.gate());
    this.shots = shots == null ? null : new FaceShotCutter(shots);
  }

  @Override
  public FrameAnalysis analyse(byte[] image) throws UnreadableImageException {
    return analyse(image, picture -> detector.detect(picture.pixels()));
  }

  @Override
  public FrameAnalysis analyse(byte[] image, List<LocatedFace> found)
      throws UnreadableImageException {
    return analyse(
        image, picture -> found.stream().map(face -> finding(face, picture.reduction())).toList());
  }

  private FrameAnalysis analyse(byte[] image, Function<DecodedPicture, List<RawDetection>> finder)
      throws UnreadableImageException {
    ImageHeader header = decoder.check(image);
    try (DecodeMemoryLimiter.Share share = memory.reserve(header.memory())) {
      try {
        return analyse(header, finder);
      } finally {
        if (share.large()) {
          decoder.release();
        }
      }
    }
  }

  private FrameAnalysis analyse(
      ImageHeader header, Function<DecodedPicture, List<RawDetection>> finder)
      throws UnreadableImageException {
    long start = System.nanoTime();
    DecodedPicture picture = decoder.decode(header);
    long decoded = System.nanoTime();
    List<RawDetection> findings = finder.apply(picture);
    long detected = System.nanoTime();
    List<DetectedFace> faces = new ArrayList<>(findings.size());
    for (RawDetection finding : findings) {
      faces.add(face(picture, finding));
    }
    long cropped = System.nanoTime();
    return new FrameAnalysis(
        picture.width(),
        picture.height(),
        faces,
        new FrameAnalysis.Timings(decoded - start, detected - decoded, cropped - detected));
  }

  private static RawDetection finding(LocatedFace face, float reduction) {
    FaceBox box = scaled(face.box(), 1 / reduction);
    boolean measured = face.landmarks() != null;
    float[] points = measured ? scaled(face.landmarks(), 1 / reduction) : TypicalLandmarks.in(box);
    return new RawDetection(box, points, measured, face.score());
  }

  private DetectedFace face(DecodedPicture picture, RawDetection finding) {
    float reduction = picture.reduction();
    FaceBox found = finding.box();
    float decodedSize = Math.min(found.width(), found.height());
    float size = decodedSize * reduction;
    float[] landmarks = finding.measured() ? scaled(finding.points(), reduction) : null;
    float yaw = HeadPoseEstimator.yaw(landmarks);
    FaceQuality quality;
    byte[] crop = null;
    FaceShot shot = null;
    if (judge.worthCropping(decodedSize, finding.score())) {
      Mat aligned = aligner.align(picture.pixels(), finding.points());
      quality = judge.judge(size, sharpness.measure(aligned), finding.score(), yaw);
      if (quality.judgeable()) {
        crop = bytes(aligned);
        shot = shots == null ? null : shots.cut(picture.pixels(), found).orElse(null);
      }
    } else {
      quality = judge.unfit(size, finding.score(), yaw);
    }
    FaceBox box = scaled(found, reduction);
    return new DetectedFace(box, landmarks, finding.score(), quality, crop, shot);
  }

  private static FaceBox scaled(FaceBox box, float by) {
    return new FaceBox(box.x() * by, box.y() * by, box.width() * by, box.height() * by);
  }

  private static float[] scaled(float @Nullable [] points, float factor) {
    float[] result = new float[points.length];
    for (int i = 0; i < points.length; i++) {
      result[i] = points[i] * factor;
    }
    return result;
  }

  private static byte[] bytes(Mat aligned) {
    byte[] crop = new byte[DetectedFace.CROP_BYTES];
    aligned.data().get(crop);
    return crop;
  }

  @Override
  public void close() {
    decoder.close();
    detector.close();
    aligner.close();
    sharpness.close();
  }
}
