package io.sightings.engine.runtime;

import io.sightings.engine.Analysis;
import io.sightings.engine.Box;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.Quality;
import io.sightings.engine.UnreadableImageException;
import io.sightings.engine.align.FaceAligner;
import io.sightings.engine.detect.FaceDetector;
import io.sightings.engine.detect.Finding;
import io.sightings.engine.image.Picture;
import io.sightings.engine.image.PictureDecoder;
import io.sightings.engine.quality.HeadPose;
import io.sightings.engine.quality.QualityJudge;
import io.sightings.engine.quality.SharpnessMeter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes, detects, judges and crops, in this order. */
final class PictureAnalyser implements FrameAnalyser {
  private final PictureDecoder decoder;
  private final FaceDetector detector;
  private final FaceAligner aligner = new FaceAligner();
  private final SharpnessMeter sharpness = new SharpnessMeter();
  private final QualityJudge judge;

  PictureAnalyser(EngineSettings settings, FaceDetector detector) {
    this.decoder = new PictureDecoder(settings.image(), settings.detector().size());
    this.detector = detector;
    this.judge = new QualityJudge(settings.gate());
  }

  @Override
  public Analysis analyse(byte[] image) throws UnreadableImageException {
    long start = System.nanoTime();
    Picture picture = decoder.decode(image);
    long decoded = System.nanoTime();
    List<Finding> findings = detector.detect(picture.pixels());
    long detected = System.nanoTime();
    List<DetectedFace> faces = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      faces.add(face(picture, finding));
    }
    long cropped = System.nanoTime();
    return new Analysis(
        picture.width(),
        picture.height(),
        faces,
        new Analysis.Timings(decoded - start, detected - decoded, cropped - detected));
  }

  private DetectedFace face(Picture picture, Finding finding) {
    float reduction = picture.reduction();
    Box found = finding.box();
    float decodedSize = Math.min(found.width(), found.height());
    float size = decodedSize * reduction;
    float[] landmarks = finding.measured() ? scaled(finding.points(), reduction) : null;
    float yaw = HeadPose.yaw(landmarks);
    Quality quality;
    byte[] crop = null;
    if (judge.worthCropping(decodedSize, finding.score())) {
      Mat aligned = aligner.align(picture.pixels(), finding.points());
      quality = judge.judge(size, sharpness.measure(aligned), finding.score(), yaw);
      crop = quality.judgeable() ? bytes(aligned) : null;
    } else {
      quality = judge.unfit(size, finding.score(), yaw);
    }
    Box box =
        new Box(
            found.x() * reduction,
            found.y() * reduction,
            found.width() * reduction,
            found.height() * reduction);
    return new DetectedFace(box, landmarks, finding.score(), quality, crop);
  }

  private static float[] scaled(float[] points, float factor) {
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
