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
    return new Message(
        alert.id().getBytes(UTF_8), Json.write(alert), headers, alert.time().toEpochMilli());
  }

  @Override
  public Alert decode(Message message) throws MalformedMessageException {
    return Json.read(message.value(), Alert.class);
  }
}
