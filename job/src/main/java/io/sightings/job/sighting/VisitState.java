package io.sightings.job.sighting;

import io.sightings.contract.Sighting.BestShot;
import io.sightings.job.identify.remote.IdentifyResult;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's visit to one source, so far.
 *
 * @param id of its sighting
 * @param presence when it was seen
 * @param identity who it is
 * @param appearance what it looked like
 * @param company who was seen in one frame with it
 * @param published what was said of it
 * @param inquiries what a service was asked about it
 */
@RecordBuilder
public record VisitState(
    String id,
    TimeSpan presence,
    VisitIdentity identity,
    VisitAppearance appearance,
    CoPresence company,
    PublishedState published,
    RemoteInquiries inquiries)
    implements VisitStateBuilder.With {

  public VisitState {
    inquiries = inquiries == null ? RemoteInquiries.NONE : inquiries;
  }

  static VisitState begin(String id, long now, List<String> near) {
    return new VisitState(
        id,
        TimeSpan.begin(now, near),
        VisitIdentity.UNKNOWN,
        VisitAppearance.UNSEEN,
        CoPresence.NONE,
        PublishedState.NOTHING,
        RemoteInquiries.NONE);
  }

  long first() {
    return presence.first();
  }

  long last() {
    return presence.last();
  }

  int frames() {
    return presence.frames();
  }

  List<TrackRef> tracks() {
    return presence.tracks();
  }

  List<String> near() {
    return presence.near();
  }

  IdentityEvidence evidence() {
    return identity.evidence();
  }

  @Nullable String personId() {
    return identity.personId();
  }

  @Nullable String strangerId() {
    return identity.strangerId();
  }

  @Nullable String whose() {
    return identity.whose();
  }

  @Nullable NameVotes naming() {
    return identity.naming();
  }

  List<FaceEmbedding> looks() {
    return appearance.looks();
  }

  @Nullable BestShot bestShot() {
    return appearance.bestShot();
  }

  VisitState over(String run) {
    return withInquiries(inquiries.over(run));
  }

  /** Whether the visit is over and only waits for answers. */
  boolean isOver() {
    return inquiries.over() != null;
  }

  boolean isPublished() {
    return published.revision() > 0;
  }

  boolean isNear(VisitState other, Duration gap) {
    return presence.isNear(other.presence, gap);
  }

  VisitState seen(long now, List<TrackRef> tracks) {
    return new VisitState(
        id, presence.seen(now, tracks), identity, appearance, company, published, inquiries);
  }

  VisitState judged(IdentityEvidence face, VisitAppearance look) {
    return new VisitState(
        id, presence, identity.judged(face), appearance.and(look), company, published, inquiries);
  }

  VisitState asking(List<PendingInquiry> questions) {
    return questions.isEmpty() ? this : withInquiries(inquiries.asking(questions));
  }

  /** The answer to a question about this visitor has come. */
  VisitState answered(IdentifyResult answer) {
    PendingInquiry question = inquiries.question(answer.question());
    boolean described = question.shot() != null && answer.attributes() != null;
    return new VisitState(
        id,
        presence,
        identity.judged(IdentityEvidence.of(answer)),
        described ? appearance.described(question.shot(), answer.attributes()) : appearance,
        company,
        published,
        inquiries.answered(answer));
  }

  VisitState withPerson(@Nullable String person) {
    return new VisitState(
        id, presence, identity.withPerson(person), appearance, company, published, inquiries);
  }

  VisitState withStranger(String stranger) {
    return new VisitState(
        id, presence, identity.withStranger(stranger), appearance, company, published, inquiries);
  }

  VisitState withTracks(List<TrackRef> tracks) {
    return new VisitState(
        id, presence.withTracks(tracks), identity, appearance, company, published, inquiries);
  }

  /** This visit with another one that turned out to be the same person's. */
  VisitState absorbing(VisitState other) {
    return new VisitState(
        id,
        presence.and(other.presence),
        identity.and(other.identity),
        appearance.and(other.appearance),
        company.and(other.company),
        published,
        inquiries.and(other.inquiries));
  }
}
