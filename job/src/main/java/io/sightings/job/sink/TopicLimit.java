package io.sightings.job.sink;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How large a record may be. */
final class TopicLimit {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLimit.class);
  private static final String LIMIT = "max.message.bytes";
  private static final String REQUEST = "max.request.size";
  private static final int TIMEOUT_MILLIS = 10_000;

  private TopicLimit() {}

  /**
   * Asks the broker, once when a task starts.
   *
   * @param producer how the records are sent
   * @param assumed bytes, if the broker does not tell
   * @return bytes of a record with its key and headers
   */
  static int of(String topic, Properties producer, int assumed) {
    int request = Integer.parseInt(producer.getProperty(REQUEST, String.valueOf(assumed)));
    Properties client = new Properties();
    client.putAll(producer);
    client.put("request.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    client.put("default.api.timeout.ms", String.valueOf(TIMEOUT_MILLIS));
    ConfigResource resource = new ConfigResource(Type.TOPIC, topic);
    try (Admin admin = Admin.create(client)) {
      String limit =
          admin.describeConfigs(List.of(resource)).all().get().get(resource).get(LIMIT).value();
      return Math.min(request, Integer.parseInt(limit));
    } catch (ExecutionException | KafkaException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      LOG.warn(
          "{} of topic {} is not known ({}); {} bytes are assumed",
          LIMIT,
          topic,
          cause.getMessage(),
          Math.min(request, assumed));
      return Math.min(request, assumed);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
