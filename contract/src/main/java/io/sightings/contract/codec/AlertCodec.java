package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Alert;
import java.util.List;

/** Alerts in JSON, keyed by the alert's id so that repeated ones meet on one partition. */
final class AlertCodec implements Codec<Alert> {

  @Override
  public Message encode(Alert alert) {
    List<Message.Header> headers =
        CloudEvent.headers(
            alert.id(),
            alert.source().id(),
            "io.sightings.alert",
            alert.time(),
            alert.person().id(),
            "application/json");
    return new Message(alert.id().getBytes(UTF_8), Json.write(alert), headers, Message.NOW);
  }

  @Override
  public Alert decode(Message message) throws MalformedMessageException {
    Alert alert = Json.read(message.value(), Alert.class);
    new Members("Alert")
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
