package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Sighting;
import java.util.List;
import java.util.Locale;

/** Sightings in JSON with CloudEvents headers, keyed by the sighting's id. */
final class SightingCodec implements RecordCodec<Sighting> {

  @Override
  public KafkaMessage encode(Sighting sighting) {
    List<KafkaMessage.Header> headers =
        CloudEvent.headers(
            sighting.id() + "/" + sighting.revision(),
            sighting.source().id(),
            "io.sightings.sighting." + sighting.status().name().toLowerCase(Locale.ROOT),
            sighting.lastSeen(),
            sighting.person().id(),
            "application/json");
    return new KafkaMessage(
        sighting.id().getBytes(UTF_8), Json.write(sighting), headers, KafkaMessage.NOW);
  }

  @Override
  public Sighting decode(KafkaMessage message) throws MalformedMessageException {
    Sighting sighting = Json.read(message.value(), Sighting.class);
    new JsonMembers("Sighting")
        .has("id", sighting.id())
        .has("status", sighting.status())
        .has("source", sighting.source())
        .has("person", sighting.person())
        .has("firstSeen", sighting.firstSeen())
        .has("lastSeen", sighting.lastSeen())
        .has("source.id", sighting.source().id())
        .has("person.id", sighting.person().id());
    return sighting;
  }
}
