package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Person;
import java.util.List;

/** The compacted people topic: key is the person's id, value the person in JSON, null forgets. */
final class PersonCodec implements RecordCodec<PersonChange> {

  @Override
  public KafkaMessage encode(PersonChange change) {
    byte[] value = change.person() == null ? null : Json.write(change.person());
    return new KafkaMessage(change.id().getBytes(UTF_8), value, List.of(), KafkaMessage.NOW);
  }

  @Override
  public PersonChange decode(KafkaMessage message) throws MalformedMessageException {
    if (message.key() == null || message.key().length == 0) {
      throw new MalformedMessageException(
          "a person without a key: the key must be the person's id");
    }
    String id = new String(message.key(), UTF_8);
    if (!id.equals(UntrustedText.printable(id))) {
      throw new MalformedMessageException(
          "person " + UntrustedText.shown(id) + ": an id has no control characters");
    }
    if (message.value() == null) {
      return PersonChange.forget(id);
    }
    Person person = Json.read(message.value(), Person.class);
    if (!id.equals(person.id()) || person.name() == null || person.name().isBlank()) {
      throw new MalformedMessageException(
          "person "
              + UntrustedText.shown(id)
              + ": the value must have the key as its id, and a name");
    }
    if (isTooLong(id) || isTooLong(person.name())) {
      throw new MalformedMessageException(
          "person "
              + UntrustedText.shown(id)
              + ": id and name may have "
              + TextLimits.MAX_NAME
              + " characters each");
    }
    if (person.templates().size() > TextLimits.MAX_TEMPLATES) {
      throw new MalformedMessageException(
          "person "
              + UntrustedText.shown(id)
              + ": has more than "
              + TextLimits.MAX_TEMPLATES
              + " templates");
    }
    for (Person.Template template : person.templates()) {
      if (template == null || template.model() == null || !usable(template.vector())) {
        throw new MalformedMessageException(
            "person "
                + UntrustedText.shown(id)
                + ": a template must have a model and a vector of finite numbers");
      }
    }
    return PersonChange.know(person);
  }

  private static boolean isTooLong(String text) {
    return text.length() > TextLimits.MAX_NAME;
  }

  /** One NaN makes every comparison with it false, and the person is never found. */
  private static boolean usable(float[] vector) {
    if (vector == null || vector.length == 0 || vector.length > TextLimits.MAX_VECTOR) {
      return false;
    }
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }
}
