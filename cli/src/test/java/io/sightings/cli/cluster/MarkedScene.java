package io.sightings.cli.cluster;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The frames of a source once more, as another source's, with a marked one in their midst. */
record MarkedScene(KafkaMessage marked, RecordMetadata place) {

  static MarkedScene publish(KafkaAccess broker, String original, String copy)
      throws ExecutionException, InterruptedException {
    List<Frame> frames = frames(broker, original);
    int middle = frames.size() / 2;
    KafkaMessage marked = null;
    Future<RecordMetadata> place = null;
    try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
      for (int i = 0; i < frames.size(); i++) {
        Frame frame = frames.get(i);
        if (marked == null && i >= middle && frame.info().type() == FrameType.IMAGE) {
          byte[] image = DecoderCrashAgent.marked(frame.image());
          marked = SightingsTopics.FRAMES.codec().encode(new Frame(of(frame, copy, i), image));
          place = producer.send(KafkaMessages.to(SightingsTopics.FRAMES.name(), marked));
        }
        Frame copied = new Frame(of(frame, copy, marked == null ? i : i + 1), frame.image());
        var unused = producer.send(KafkaMessages.to(SightingsTopics.FRAMES, copied));
      }
    }
    return new MarkedScene(marked, place.get());
  }

  private static FrameInfo of(Frame frame, String source, long sequence) {
    FrameInfo info = frame.info();
    SourceInfo before = info.source();
    return new FrameInfo(
        info.type(),
        new SourceInfo(source, before.kind(), before.location(), before.labels()),
        info.epoch(),
        sequence,
        info.capturedAt(),
        info.contentType(),
        info.width(),
        info.height(),
        info.subject(),
        info.clock(),
        info.blindFrom());
  }

  private static List<Frame> frames(KafkaAccess broker, String source) {
    List<Frame> frames = new ArrayList<>();
    try (TopicReader<Frame> reader = TopicReader.fromBeginning(broker, SightingsTopics.FRAMES)) {
      do {
        reader.poll(Duration.ofMillis(200)).stream()
            .filter(frame -> frame.info().source().id().equals(source))
            .forEach(frames::add);
      } while (!reader.atEnd());
    }
    return frames;
  }
}
