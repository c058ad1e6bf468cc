package io.sightings.benchmarks.gallery;

import io.sightings.contract.Person;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.PersonChange;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.job.identify.GallerySource;
import io.sightings.job.identify.KafkaGallery;
import io.sightings.job.settings.KafkaSettings;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of people in a broker of its own. */
final class PeopleTopic implements AutoCloseable {
  private static final String MODEL = "random";
  private static final long MICROSECONDS_100 = 100_000;

  private final LocalBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;

  PeopleTopic(int people) throws Exception {
    broker = LocalBroker.start();
    broker.createTopics(TopicPlan.all(2));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "linger.ms", 20, "batch.size", 1 << 19),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    for (int i = 0; i < people; i++) {
      producer.send(enrolment(i));
    }
    producer.flush();
  }

  /** Reads all people as the job does at its start. */
  GallerySource.Lease read() throws InterruptedException {
    KafkaSettings settings = KafkaSettings.defaults().withBootstrap(broker.bootstrap());
    return new KafkaGallery(settings).open(MODEL, RandomPeople.DIMENSION);
  }

  /**
   * @return milliseconds from sending a new person until a search would compare with them
   */
  double millisUntilVisible(GallerySource.Lease lease, int number) throws Exception {
    int before = lease.gallery().people();
    long start = System.nanoTime();
    producer.send(enrolment(number)).get();
    while (lease.gallery().people() == before) {
      LockSupport.parkNanos(MICROSECONDS_100);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static ProducerRecord<byte[], byte[]> enrolment(int number) {
    Person.Template template =
        new Person.Template(MODEL, RandomPeople.template(number), "0", "1.jpg", 0.9f);
    return KafkaMessages.to(
        SightingsTopics.PEOPLE,
        PersonChange.know(
            new Person(RandomPeople.id(number), RandomPeople.name(number), List.of(template))));
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
