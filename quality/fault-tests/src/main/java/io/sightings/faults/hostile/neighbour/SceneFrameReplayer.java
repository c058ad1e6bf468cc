package io.sightings.faults.hostile.neighbour;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The frames of a played scene, sent to the topic again under the name of another source. */
final class SceneFrameReplayer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Frame> frames = new ArrayList<>();

  private SceneFrameReplayer(KafkaAccess broker) {
    producer = broker.producer();
  }

  /** Those a source has on the topic now. */
  static SceneFrameReplayer of(String source, KafkaAccess broker) {
    SceneFrameReplayer scene = new SceneFrameReplayer(broker);
    try (TopicReader<Frame> reader = TopicReader.fromBeginning(broker, SightingsTopics.FRAMES)) {
      do {
        reader.poll(PATIENCE).stream()
            .filter(frame -> frame.info().source().id().equals(source))
            .forEach(scene.frames::add);
      } while (!reader.atEnd());
    }
    return scene;
  }

  /** Sends all of them. */
  void play(String source) {
    for (Frame frame : frames) {
      FrameInfo info = frame.info();
      FrameInfo renamed =
          new FrameInfo(
              info.type(),
              SourceInfo.of(source, info.source().kind()),
              info.epoch(),
              info.sequence(),
              info.capturedAt(),
              info.contentType(),
              info.width(),
              info.height(),
              info.subject(),
              info.clock(),
              info.blindFrom());
      producer.send(KafkaMessages.to(SightingsTopics.FRAMES, new Frame(renamed, frame.image())));
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
