package io.sightings.benchmarks;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.bytedeco.opencv.opencv_objdetect.FaceRecognizerSF;

/**
 * What one would write in an afternoon: each frame decoded whole, every face of every frame
 * detected and embedded with OpenCV, several threads, no Kafka, no Flink, no state. The yardstick.
 */
final class BaselineLoop {
  private final Path detector;
  private final Path embedder;
  private final int detectionSize;
  private final int threads;

  BaselineLoop(Path detector, Path embedder, int detectionSize, int threads) {
    this.detector = detector;
    this.embedder = embedder;
    this.detectionSize = detectionSize;
    this.threads = threads;
  }

  /** Returns the number of faces found. */
  long run(JpegClip clip, int frames) throws Exception {
    opencv_core.setNumThreads(1);
    int height = Math.round((float) detectionSize * clip.height() / clip.width());
    List<Worker> workers = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(clip, frames, next, new Size(detectionSize, height)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long faces = 0;
      for (Future<Long> worker : pool.invokeAll(workers)) {
        faces += worker.get();
      }
      return faces;
    } finally {
      pool.shutdown();
    }
  }

  private final class Worker implements Callable<Long> {
    private final JpegClip clip;
    private final int frames;
    private final AtomicInteger next;
    private final Size size;
    private final FaceDetectorYN yunet;
    private final FaceRecognizerSF recogniser;

    Worker(JpegClip clip, int frames, AtomicInteger next, Size size) {
      this.clip = clip;
      this.frames = frames;
      this.next = next;
      this.size = size;
      yunet = FaceDetectorYN.create(detector.toString(), "", size, 0.7f, 0.3f, 5000, 0, 0);
      recogniser = FaceRecognizerSF.create(embedder.toString(), "");
    }

    @Override
    public Long call() {
      long found = 0;
      for (int i = next.getAndIncrement(); i < frames; i = next.getAndIncrement()) {
        found += work(clip.frame(i));
      }
      return found;
    }

    private int work(byte[] jpeg) {
      try (BytePointer bytes = new BytePointer(jpeg);
          Mat encoded = new Mat(1, jpeg.length, opencv_core.CV_8UC1, bytes);
          Mat picture = imdecode(encoded, IMREAD_COLOR);
          Mat small = new Mat();
          Mat faces = new Mat();
          Mat crop = new Mat();
          Mat embedding = new Mat()) {
        resize(picture, small, size);
        yunet.detect(small, faces);
        for (int i = 0; i < faces.rows(); i++) {
          try (Mat face = faces.row(i)) {
            recogniser.alignCrop(small, face, crop);
            recogniser.feature(crop, embedding);
          }
        }
        return faces.rows();
      }
    }
  }
}
