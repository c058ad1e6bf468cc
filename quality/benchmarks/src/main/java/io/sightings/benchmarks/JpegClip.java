package io.sightings.benchmarks;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** The frames of a video as JPEGs, in memory: the input of whatever is compared. */
public record JpegClip(int width, int height, List<byte[]> frames) {
  private static final int QUALITY = 90;

  public static JpegClip of(Path video) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    List<byte[]> frames = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile());
        OpenCVFrameConverter.ToMat toMat = new OpenCVFrameConverter.ToMat();
        IntPointer options = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY)) {
      grabber.start();
      Frame frame = grabber.grabImage();
      while (frame != null) {
        Mat picture = toMat.convert(frame);
        try (BytePointer jpeg = new BytePointer()) {
          imencode(".jpg", picture, jpeg, options);
          byte[] bytes = new byte[(int) jpeg.limit()];
          jpeg.get(bytes);
          frames.add(bytes);
        }
        frame = grabber.grabImage();
      }
      return new JpegClip(grabber.getImageWidth(), grabber.getImageHeight(), List.copyOf(frames));
    }
  }

  public byte[] frame(int index) {
    return frames.get(index % frames.size());
  }
}
