package io.sightings.job.sighting;

import io.sightings.contract.FrameType;
import io.sightings.contract.SourceKind;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.settings.SightingSettings;
import io.sightings.job.track.RepeatIdentifyPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sighting is: works one frame of one source into its visits. The source's own frames are
 * its only clock.
 */
final class VisitRules {
  /** Answers overtake the faces they are about by moments; an older answer belongs to no visit. */
  private static final int MAX_EARLY = 1000;

  private final SightingSettings settings;
  private final RuleEvents events;

  VisitRules(SightingSettings settings, RuleEvents events) {
    this.settings = settings;
    this.events = events;
  }

  SourceVisits step(SourceVisits before, IdentifiedFrame frame) {
    SourceVisits state = before == null ? SourceVisits.of(frame.info().source()) : before;
    if (frame.info().source().kind() == SourceKind.IMAGE) {
      return new PhotoRules(settings, events).step(state, frame);
    }
    long now = frame.info().capturedAt().toEpochMilli();
    boolean newRun = !frame.info().epoch().equals(state.epoch());
    if (frame.info().type() == FrameType.IMAGE && !newRun && state.clock() < now) {
      state = state.withInterval(VisitEvidence.next(state.interval(), now - state.clock()));
    }
    SightingPublisher book = new SightingPublisher(settings, events, frame.info().source(), state);
    if (newRun && now < state.clock()) {
      // Another recording under the same name, made earlier: the two do not overlap.
      nameBrief(book, Long.MAX_VALUE);
      book.closeAll();
    }
    nameBrief(book, now);
    book.closeUnseen(now);
    if (frame.info().type() == FrameType.ENDED) {
      nameBrief(book, Long.MAX_VALUE);
      book.closeAll();
    } else {
      work(book, frame, now);
    }
    return book.state(frame.info().epoch(), now);
  }

  /** An answer has come, perhaps before the face it is about. */
  SourceVisits answer(SourceVisits before, IdentifyResult answer) {
    SourceVisits state = before == null ? SourceVisits.of(answer.source()) : before;
    if (state.photos().stream().anyMatch(photo -> photo.asks(answer))) {
      return new PhotoRules(settings, events).answer(state, answer);
    }
    SightingPublisher book = new SightingPublisher(settings, events, state.source(), state);
    VisitState asked = book.visits().withQuestion(answer.question());
    if (asked == null) {
      return state.withEarly(SmallLists.latest(state.early(), List.of(answer), MAX_EARLY));
    }
    book.visits().put(asked.answered(answer));
    if (answer.judged()) {
      name(book, new NameAssignment(settings, state.clock()));
      unite(book);
    }
    book.closeAnswered();
    book.publishWhatChanged(Set.of(asked.id()));
    return book.state(state.epoch(), state.clock());
  }

  /** The visits of a silent source are closed. They reopen if its frames resume within the gap. */
  SourceVisits silence(SourceVisits state) {
    SightingPublisher book = new SightingPublisher(settings, events, state.source(), state);
    book.closeForNow();
    return book.state(state.epoch(), state.clock());
  }

  private void work(SightingPublisher book, IdentifiedFrame frame, long now) {
    OpenVisits visits = book.visits();
    Set<String> here = new LinkedHashSet<>();
    Set<String> sure = new LinkedHashSet<>();
    Set<String> judged = new LinkedHashSet<>();
    for (IdentifiedFace face : ordered(frame.faces(), visits)) {
      VisitState visit = visitOf(face, visits, here, frame, now);
      VisitState seen = visit.seen(now, tracks(visit, face.track(), now));
      VisitAppearance look =
          face.identification() == null ? VisitAppearance.UNSEEN : VisitAppearance.of(face, frame);
      if (face.identification() != null) {
        seen = seen.judged(IdentityEvidence.of(face.identification()), look);
        judged.add(seen.id());
      }
      if (face.question() != null) {
        PendingInquiry question =
            new PendingInquiry(face.question(), face.track(), look.bestShot());
        seen = seen.asking(List.of(question));
        IdentifyResult early = book.takeEarly(face.question());
        seen = early == null ? seen : seen.answered(early);
      }
      visits.put(seen);
      here.add(seen.id());
      if (face.follows() == null || face.identification() != null) {
        sure.add(seen.id());
      }
    }
    judged.addAll(askAgain(book, frame));
    visits.areRivals(sure);
    if (!judged.isEmpty()) {
      name(book, new NameAssignment(settings, now));
      if (join(book, judged)) {
        // Together they may have earned what neither had alone.
        name(book, new NameAssignment(settings, now));
      }
      // Last, because a visit that was joined may reach back to one it was too far from.
      unite(book);
    }
    book.publishWhatChanged(judged);
  }

  /**
   * Those who are gone are asked about again while their visits are open.
   *
   * @return the visits whose answers are there already
   */
  private static Set<String> askAgain(SightingPublisher book, IdentifiedFrame frame) {
    Set<String> judged = new LinkedHashSet<>();
    for (RepeatIdentifyPolicy again : frame.again()) {
      IdentifyResult early = book.takeEarly(again.question());
      VisitState visit = book.visits().ofTrack(again.track());
      if (visit != null) {
        PendingInquiry question = new PendingInquiry(again.question(), again.track(), null);
        VisitState asking = visit.asking(List.of(question));
        book.visits().put(early == null ? asking : asking.answered(early));
        if (early != null && early.judged()) {
          judged.add(visit.id());
        }
      }
    }
    return judged;
  }

  /** Faces whose track is known first: they take their visits before others may continue them. */
  private static List<IdentifiedFace> ordered(List<IdentifiedFace> faces, OpenVisits visits) {
    return faces.stream()
        .sorted(
            Comparator.comparing((IdentifiedFace face) -> visits.ofTrack(face.track()) == null)
                .thenComparing(face -> face.identification() == null)
                .thenComparing(face -> -face.quality()))
        .toList();
  }

  private VisitState visitOf(
      IdentifiedFace face, OpenVisits visits, Set<String> here, IdentifiedFrame frame, long now) {
    VisitState known = visits.ofTrack(face.track());
    if (known == null && face.follows() != null) {
      VisitState continued = new TrackContinuation(visits, settings, here, now).visit(face);
      if (continued != null) {
        return continued;
      }
    }
    if (known == null) {
      return VisitState.begin(
          DeterministicIds.visit(face.track(), frame.info().id()), now, face.near());
    }
    TrackContinuation looks = new TrackContinuation(visits, settings, here, now);
    if (!here.contains(known.id()) && !looks.contradicts(known, face)) {
      return known;
    }
    // Two tracks that were thought to be one person are seen side by side: they are two. Or the
    // track has passed from one person to another.
    List<PendingInquiry> questions = visits.detach(face.track());
    VisitState other = here.contains(known.id()) ? null : looks.visit(face);
    if (other != null && !other.id().equals(known.id())) {
      return other.asking(questions);
    }
    return VisitState.begin(
            DeterministicIds.visit(face.track(), frame.info().id()), now, face.near())
        .asking(questions);
  }

  private List<TrackRef> tracks(VisitState visit, String track, long now) {
    List<TrackRef> tracks = new ArrayList<>();
    for (TrackRef ref : visit.tracks()) {
      if (!ref.id().equals(track) && now - ref.seen() <= settings.gap().toMillis()) {
        tracks.add(ref);
      }
    }
    tracks.add(new TrackRef(track, now));
    return List.copyOf(tracks);
  }

  /** Gives names to those who left after fewer faces than must agree on one. */
  private void nameBrief(SightingPublisher book, long now) {
    NameAssignment names = new NameAssignment(settings, now);
    if (names.concernsBriefVisit(book.visits())) {
      name(book, names);
      unite(book);
    }
  }

  /** Gives the names that are earned. */
  private void name(SightingPublisher book, NameAssignment assignment) {
    OpenVisits visits = book.visits();
    Map<String, String> names = assignment.decide(visits);
    for (VisitState visit : visits.all()) {
      visits.put(visit.withPerson(names.get(visit.id())));
    }
  }

  /** Makes one visit of two that have the same name. */
  private void unite(SightingPublisher book) {
    OpenVisits visits = book.visits();
    for (VisitState visit : visits.all()) {
      for (VisitState other : visits.all()) {
        VisitState a = visits.get(visit.id());
        VisitState b = visits.get(other.id());
        if (a != null
            && b != null
            && a != b
            && mayStillBeOne(a, b)
            && a.personId() != null
            && a.personId().equals(b.personId())) {
          book.merge(a, b);
        }
      }
    }
  }

  /** A closed visit never continues in an open one; two closed visits of the same run may merge. */
  private boolean mayStillBeOne(VisitState a, VisitState b) {
    return a.isOver()
        ? a.inquiries().over().equals(b.inquiries().over()) && a.isNear(b, settings.gap())
        : !b.isOver();
  }

  private boolean join(SightingPublisher book, Set<String> judged) {
    OpenVisits visits = book.visits();
    boolean joined = false;
    for (String id : judged) {
      VisitState visit = visits.get(id);
      VisitState other =
          visit == null ? null : new VisitMatcher(visits, settings).counterpart(visit);
      if (other != null) {
        book.merge(visit, other);
        joined = true;
      }
    }
    return joined;
  }
}
