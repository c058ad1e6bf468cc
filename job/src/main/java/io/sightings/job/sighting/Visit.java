package io.sightings.job.sighting;

import io.sightings.contract.Sighting.BestShot;
import io.sightings.job.ask.Answer;
import java.time.Duration;
import java.util.List;

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
public record Visit(
    String id,
    Presence presence,
    Identity identity,
    Appearance appearance,
    Company company,
    Published published,
    Inquiries inquiries) {

  public Visit {
    inquiries = inquiries == null ? Inquiries.NONE : inquiries;
  }

  static Visit begin(String id, long now, List<String> near) {
    return new Visit(
        id,
        Presence.begin(now, near),
        Identity.UNKNOWN,
        Appearance.UNSEEN,
        Company.NONE,
        Published.NOTHING,
        Inquiries.NONE);
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

  Evidence evidence() {
    return identity.evidence();
  }

  String personId() {
    return identity.personId();
  }

  String strangerId() {
    return identity.strangerId();
  }

  String whose() {
    return identity.whose();
  }

  Support naming() {
    return identity.naming();
  }

  List<Look> looks() {
    return appearance.looks();
  }

  BestShot bestShot() {
    return appearance.bestShot();
  }

  Visit over(String run) {
    return withInquiries(inquiries.over(run));
  }

  /** Whether the visit is over and only waits for answers. */
  boolean isOver() {
    return inquiries.over() != null;
  }

  boolean isPublished() {
    return published.revision() > 0;
  }

  boolean isNear(Visit other, Duration gap) {
    return presence.isNear(other.presence, gap);
  }

  Visit seen(long now, List<TrackRef> tracks) {
    return new Visit(
        id, presence.seen(now, tracks), identity, appearance, company, published, inquiries);
  }

  Visit judged(Evidence face, Appearance look) {
    return new Visit(
        id, presence, identity.judged(face), appearance.and(look), company, published, inquiries);
  }

  Visit withInquiries(Inquiries others) {
    return new Visit(id, presence, identity, appearance, company, published, others);
  }

  Visit asking(List<OpenQuestion> questions) {
    return questions.isEmpty() ? this : withInquiries(inquiries.asking(questions));
  }

  /** The answer to a question about this visitor has come. */
  Visit answered(Answer answer) {
    OpenQuestion question = inquiries.question(answer.question());
    boolean described = question.shot() != null && answer.attributes() != null;
    return new Visit(
        id,
        presence,
        identity.judged(Evidence.of(answer)),
        described ? appearance.described(question.shot(), answer.attributes()) : appearance,
        company,
        published,
        inquiries.answered(answer));
  }

  Visit withPerson(String person) {
    return new Visit(
        id, presence, identity.withPerson(person), appearance, company, published, inquiries);
  }

  Visit withStranger(String stranger) {
    return new Visit(
        id, presence, identity.withStranger(stranger), appearance, company, published, inquiries);
  }

  Visit withTracks(List<TrackRef> tracks) {
    return new Visit(
        id, presence.withTracks(tracks), identity, appearance, company, published, inquiries);
  }

  Visit withCompany(Company others) {
    return new Visit(id, presence, identity, appearance, others, published, inquiries);
  }

  Visit withPublished(Published now) {
    return new Visit(id, presence, identity, appearance, company, now, inquiries);
  }

  /** This visit with another one that turned out to be the same person's. */
  Visit absorbing(Visit other) {
    return new Visit(
        id,
        presence.and(other.presence),
        identity.and(other.identity),
        appearance.and(other.appearance),
        company.and(other.company),
        published,
        inquiries.and(other.inquiries));
  }
}
