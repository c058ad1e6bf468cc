package io.sightings.job.sighting;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.settings.SightingSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open visits of a source together with what the world has been told of them. */
final class SightingPublisher {
  private final SightingSettings settings;
  private final RuleEvents events;
  private final SourceInfo source;
  private final OpenVisits visits;
  private final StrangerMemory strangers;
  private final SourceVisits before;
  private final VisitEvidence evidence;
  private List<IdentifyResult> early;

  SightingPublisher(
      SightingSettings settings, RuleEvents events, SourceInfo source, SourceVisits state) {
    this.settings = settings;
    this.events = events;
    this.source = source;
    this.visits = new OpenVisits(state.visits());
    this.strangers = new StrangerMemory(settings.strangers(), state.strangers());
    this.before = state;
    this.evidence = new VisitEvidence(settings, state.interval());
    this.early = state.early();
  }

  OpenVisits visits() {
    return visits;
  }

  SourceVisits state(@Nullable String epoch, long clock) {
    return before.at(source, epoch, clock).with(visits.all(), strangers.at(clock)).withEarly(early);
  }

  /** The answer to a question that came before the face it is about; null if it did not. */
  @Nullable IdentifyResult takeEarly(String question) {
    for (IdentifyResult answer : early) {
      if (answer.question().equals(question)) {
        early = SmallLists.without(early, answer);
        return answer;
      }
    }
    return null;
  }

  /** Closes the visits that are over. */
  void closeUnseen(long now) {
    long gap = settings.gap().toMillis();
    for (VisitState visit : visits.all()) {
      long unseen = now - visit.last();
      if (visit.isOver()) {
        continue;
      }
      if (unseen > 2 * gap || (unseen > gap && !mayYetGoOn(visit))) {
        close(visit.id());
      }
    }
  }

  /**
   * Whether a person of whom nothing is known yet came in time to continue the visit. It waits for
   * them, but not for longer than another gap: far away and turned away is not here.
   */
  private boolean mayYetGoOn(VisitState visit) {
    return !visit.looks().isEmpty()
        && visits.all().stream()
            .anyMatch(
                other ->
                    !other.isPublished()
                        && !other.isOver()
                        && !other.id().equals(visit.id())
                        && other.isNear(visit, settings.gap())
                        && !visits.rivals(visit, other));
  }

  void closeAll() {
    for (VisitState visit : visits.all()) {
      if (!visit.isOver()) {
        visits.put(visit.over(before.epoch()));
      }
    }
    closeAnswered();
  }

  private void close(String id) {
    VisitState visit = visits.get(id);
    if (visit.inquiries().areOpen()) {
      // Who it was will be known in a moment; until then the visit is kept, but does not go on.
      visits.put(visit.isOver() ? visit : visit.over(before.epoch()));
      return;
    }
    if (!visit.published().closed()) {
      VisitState named =
          visit.isPublished() || !isEnough(visit, evidence.facesToClose(visit))
              ? visit
              : settled(visit);
      if (named.isPublished() || isEnough(named, evidence.facesToClose(named))) {
        publish(named, SightingStatus.CLOSED, null);
        visit = named;
      } else {
        events.tooBrief();
      }
    }
    visits.remove(visit);
    if (visit.personId() == null && visit.strangerId() != null) {
      strangers.remember(visit.strangerId(), visit.looks(), visit.last());
    }
  }

  /** Closes those that were over and only waited for answers. */
  void closeAnswered() {
    for (VisitState visit : visits.all()) {
      if (visit.isOver() && visits.all().stream().noneMatch(other -> mayNameBoth(other, visit))) {
        close(visit.id());
      }
    }
  }

  /** Whether an answer about the other one may show that both were one visit. */
  private boolean mayNameBoth(VisitState other, VisitState visit) {
    return other.inquiries().areOpen()
        && visit.inquiries().over().equals(other.inquiries().over())
        && other.isNear(visit, settings.gap())
        && !visits.rivals(visit, other);
  }

  /** Says that all visits are over but keeps them, so that they can go on. */
  void closeForNow() {
    for (VisitState visit : visits.all()) {
      if (!visit.published().closed()
          && (visit.isPublished() || isEnough(visit, evidence.facesToClose(visit)))) {
        visits.put(publish(settled(visit), SightingStatus.CLOSED, null));
      }
    }
  }

  /**
   * One person's two visits become one; a consumer of the other one receives a merged revision. If
   * they are too long apart, the earlier one is over.
   */
  void merge(VisitState a, VisitState b) {
    if (!a.isNear(b, settings.gap())) {
      close(a.last() < b.last() ? a.id() : b.id());
      return;
    }
    VisitState into = OpenVisits.survivor(a, b);
    VisitState from = into == a ? b : a;
    VisitState joined = visits.merge(a, b);
    if (from.isPublished()) {
      publish(from, SightingStatus.MERGED, into.id());
      if (into.isPublished()) {
        visits.put(publish(settled(joined), SightingStatus.OPEN, null));
      }
    }
  }

  /**
   * @param judged ids of the visits of whom a face was compared just now
   */
  void publishWhatChanged(Set<String> judged) {
    for (VisitState open : visits.all()) {
      if (open.isOver()) {
        continue;
      }
      boolean again = open.strangerId() != null && judged.contains(open.id());
      VisitState visit = again ? settled(open) : open;
      if (visit.isPublished() ? hasChanged(visit) : isReady(visit)) {
        // The strangers remembered are searched once a frame at the most.
        visits.put(publish(again ? visit : settled(visit), SightingStatus.OPEN, null));
      }
    }
  }

  /** Whether the world can be told of it: not of a stranger whose name may come in a moment. */
  private boolean isReady(VisitState visit) {
    return isEnough(visit, evidence.facesToOpen())
        && (visit.personId() != null || !visit.inquiries().awaitTheFirst());
  }

  private boolean isEnough(VisitState visit, int strangerFaces) {
    return visit.personId() != null || visit.appearance().faces() >= strangerFaces;
  }

  private boolean hasChanged(VisitState visit) {
    PublishedState published = visit.published();
    boolean grown = visit.last() - published.seen() >= settings.update().toMillis();
    boolean back = published.closed() && visit.last() > published.seen();
    NameVotes naming = visit.naming();
    boolean renamed =
        naming == null
            ? published.name() != null
            : !naming.personId().equals(published.personId())
                || !naming.name().equals(published.name());
    boolean recalled = naming == null && !published.personId().equals(visit.whose());
    boolean answered = published.outcome() != visit.inquiries().outcome();
    return grown || back || renamed || recalled || answered;
  }

  /** Makes sure the visit can be called something: by its name or as a stranger. */
  private VisitState settled(VisitState visit) {
    if (visit.personId() != null) {
      if (visit.strangerId() != null) {
        strangers.forget(visit.strangerId());
      }
      return visit;
    }
    String own = DeterministicIds.stranger(visit.id());
    if (visit.strangerId() != null && !visit.strangerId().equals(own)) {
      return visit;
    }
    // A person who looked new from the side may match a remembered stranger from the front.
    Set<String> taken = new HashSet<>(visit.company().people());
    for (VisitState other : visits.all()) {
      if (other.strangerId() != null) {
        taken.add(other.strangerId());
      }
    }
    String known = strangers.recall(visit.looks(), visit.appearance().threshold(), taken);
    return visit.withStranger(known == null ? own : known);
  }

  private VisitState publish(VisitState visit, SightingStatus status, @Nullable String mergedInto) {
    PublishedState before = visit.published();
    int revision = before.revision() + 1;
    var sighting = SightingWriter.write(visit, revision, status, mergedInto, source);
    InquiryOutcome outcome = visit.inquiries().outcome();
    boolean firstJudged =
        outcome != null
            && outcome.judged()
            && (before.outcome() == null || !before.outcome().judged());
    boolean newPerson =
        status != SightingStatus.MERGED
            && (firstJudged || !sighting.person().id().equals(before.personId()));
    events.published(sighting, newPerson);
    return visit.withPublished(
        new PublishedState(
            revision,
            sighting.person().id(),
            sighting.person().name(),
            visit.last(),
            status == SightingStatus.CLOSED,
            outcome));
  }
}
