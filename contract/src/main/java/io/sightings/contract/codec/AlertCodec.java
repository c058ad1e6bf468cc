package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Alert;
import io.sightings.contract.KafkaMessage;
import java.util.List;

/** Alerts in JSON, keyed by the alert's id so that repeated ones meet on one partition. */
final class AlertCodec implements RecordCodec<Alert> {

  @Override
  public KafkaMessage encode(Alert alert) {
    List<KafkaMessage.Header> headers =
        CloudEvent.headers(
            alert.id(),
            alert.source().id(),
            "io.sightings.alert",
            alert.time(),
            alert.person().id(),
            "application/json");
    return new KafkaMessage(
        alert.id().getBytes(UTF_8), Json.write(alert), headers, KafkaMessage.NOW);
  }

  @Override
  public Alert decode(KafkaMessage message) throws MalformedMessageException {
    Alert alert = Json.read(message.value(), Alert.class);
    new JsonMembers("Alert")
        .has("id", alert.id())
        .has("sightingId", alert.sightingId())
        .has("source", alert.source())
        .has("person", alert.person())
        .has("time", alert.time())
        .has("source.id", alert.source().id())
        .has("person.id", alert.person().id());
    return alert;
  }
}
