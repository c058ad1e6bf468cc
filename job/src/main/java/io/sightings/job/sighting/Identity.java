package io.sightings.job.sighting;

/**
 * Who a visitor is, as far as is known.
 *
 * @param evidence who it may be
 * @param personId who it is; null while it is nobody known
 * @param strangerId what it is called while it has no name; null before it is published
 */
public record Identity(Evidence evidence, String personId, String strangerId) {
  static final Identity UNKNOWN = new Identity(Evidence.NONE, null, null);

  Identity judged(Evidence face) {
    return new Identity(evidence.and(face), personId, strangerId);
  }

  Identity withPerson(String id) {
    return new Identity(evidence, id, strangerId);
  }

  Identity withStranger(String id) {
    return new Identity(evidence, personId, id);
  }

  Identity and(Identity other) {
    return new Identity(
        evidence.and(other.evidence),
        personId != null ? personId : other.personId,
        strangerId != null ? strangerId : other.strangerId);
  }

  /** By name or as a stranger; null if it is not called anything yet. */
  String whose() {
    return personId != null ? personId : strangerId;
  }

  /** What speaks for the name; null without one. */
  Support naming() {
    return personId == null ? null : evidence.supportFor(personId);
  }
}
