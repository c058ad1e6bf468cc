package io.sightings.benchmarks.azure;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.FrameCodec;
import io.sightings.job.admit.FrameRecord;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.SceneRecording;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Cameras that all look at the drawn scene, one frame of each in turn. Every camera plays it from
 * its beginning and again, so that many people come at once, and all of them end.
 *
 * @param cameras how many
 * @param framesPerSecond of each
 * @param rounds how often the scene is played
 * @param kinds the cameras' kinds, in turn
 */
public record DrawnCameraFrames(
    int cameras, int framesPerSecond, int rounds, List<SourceKind> kinds)
    implements GeneratorFunction<Long, FrameRecord> {
  private static final int SCENE_SECONDS = 80;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  /** Frames and ends of all cameras. */
  public long deliveries() {
    return (long) cameras * (framesOfEach() + 1);
  }

  public long frames() {
    return (long) cameras * framesOfEach();
  }

  private int framesOfEach() {
    return SCENE_SECONDS * framesPerSecond * rounds;
  }

  /** How long this takes where it happens. */
  long seconds() {
    return (long) SCENE_SECONDS * rounds;
  }

  @Override
  public void open(SourceReaderContext context) {
    Pictures.draw(this);
  }

  @Override
  public FrameRecord map(Long index) {
    int camera = (int) (index % cameras);
    int number = (int) (index / cameras);
    SourceInfo source = SourceInfo.of("camera-" + camera, kinds.get(camera % kinds.size()));
    Instant time = START.plusMillis(1000L * number / framesPerSecond);
    Frame frame =
        number == framesOfEach()
            ? Frame.ended(source, "run", number, time, CaptureClock.RECORDING)
            : new Frame(
                new FrameInfo(
                    FrameType.IMAGE,
                    source,
                    "run",
                    number,
                    time,
                    "image/jpeg",
                    1280,
                    720,
                    null,
                    null,
                    null),
                Pictures.at(number % (SCENE_SECONDS * framesPerSecond)));
    return new FrameRecord(
        new FrameCodec().encode(frame), frame.info(), null, "frames", camera, number);
  }

  /** The drawn frames, made once for this process. */
  static final class Pictures {
    private static final AtomicReference<List<byte[]>> DRAWN = new AtomicReference<>(List.of());

    private Pictures() {}

    static synchronized void draw(DrawnCameraFrames cameras) {
      int count = SCENE_SECONDS * cameras.framesPerSecond();
      if (drawn().size() != count) {
        SceneRecording recording = DemoScene.defaults();
        DRAWN.set(
            IntStream.range(0, count)
                .mapToObj(
                    i -> jpeg(recording.scene().frame((double) i / cameras.framesPerSecond())))
                .toList());
      }
    }

    private static List<byte[]> drawn() {
      return Objects.requireNonNull(DRAWN.get());
    }

    static byte[] at(int number) {
      return drawn().get(number);
    }

    private static byte[] jpeg(BufferedImage picture) {
      try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new IllegalStateException("a picture cannot be encoded", e);
      }
    }
  }
}
