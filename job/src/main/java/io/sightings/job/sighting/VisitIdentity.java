package io.sightings.job.sighting;

import org.jspecify.annotations.Nullable;

/**
 * Who a visitor is, as far as is known.
 *
 * @param evidence who it may be
 * @param personId who it is; null while unknown
 * @param strangerId what it is called while it has no name; null before it is published
 */
public record VisitIdentity(
    IdentityEvidence evidence, String personId, @Nullable String strangerId) {
  static final VisitIdentity UNKNOWN = new VisitIdentity(IdentityEvidence.NONE, null, null);

  VisitIdentity judged(IdentityEvidence face) {
    return new VisitIdentity(evidence.and(face), personId, strangerId);
  }

  VisitIdentity withPerson(@Nullable String id) {
    return new VisitIdentity(evidence, id, strangerId);
  }

  VisitIdentity withStranger(String id) {
    return new VisitIdentity(evidence, personId, id);
  }

  VisitIdentity and(VisitIdentity other) {
    return new VisitIdentity(
        evidence.and(other.evidence),
        personId != null ? personId : other.personId,
        strangerId != null ? strangerId : other.strangerId);
  }

  /** By name or as a stranger; null if it is not called anything yet. */
  @Nullable String whose() {
    return personId != null ? personId : strangerId;
  }

  /** What speaks for the name; null without one. */
  @Nullable NameVotes naming() {
    return personId == null ? null : evidence.supportFor(personId);
  }
}
