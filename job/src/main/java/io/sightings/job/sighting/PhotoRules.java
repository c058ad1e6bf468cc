package io.sightings.job.sighting;

import io.sightings.contract.FrameType;
import io.sightings.contract.SightingStatus;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.LocalIdentification;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.settings.SightingSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A photo is judged by itself: each face in it is a visit that begins and ends there. */
final class PhotoRules {
  private final SightingSettings settings;
  private final RuleEvents events;

  PhotoRules(SightingSettings settings, RuleEvents events) {
    this.settings = settings;
    this.events = events;
  }

  SourceVisits step(SourceVisits state, IdentifiedFrame frame) {
    SourceVisits after = at(state, frame);
    if (frame.info().type() != FrameType.IMAGE) {
      return after;
    }
    PendingPhoto photo = PendingPhoto.of(frame);
    for (IdentifyResult answer : state.early()) {
      if (photo.asks(answer)) {
        photo = photo.with(answer);
        after = after.withEarly(SmallLists.without(after.early(), answer));
      }
    }
    return photo.isComplete()
        ? judged(after, photo)
        : after.withPhotos(SmallLists.union(after.photos(), List.of(photo)));
  }

  SourceVisits answer(SourceVisits state, IdentifyResult answer) {
    List<PendingPhoto> waiting = new ArrayList<>();
    SourceVisits after = state;
    for (PendingPhoto photo : state.photos()) {
      PendingPhoto now = photo.asks(answer) ? photo.with(answer) : photo;
      if (now.isComplete()) {
        after = judged(after, now);
      } else {
        waiting.add(now);
      }
    }
    return after.withPhotos(List.copyOf(waiting));
  }

  private static SourceVisits at(SourceVisits state, IdentifiedFrame frame) {
    if (!state.visits().isEmpty()) {
      // A recording under the same name is being read: its visits go on by its own clock.
      return state;
    }
    long clock = Math.max(state.clock(), frame.info().capturedAt().toEpochMilli());
    return state.at(frame.info().source(), frame.info().epoch(), clock);
  }

  private SourceVisits judged(SourceVisits state, PendingPhoto photo) {
    long now = photo.frame().info().capturedAt().toEpochMilli();
    long clock = Math.max(state.clock(), now);
    StrangerMemory strangers = new StrangerMemory(settings.strangers(), state.strangers());
    judge(photo, now, clock, strangers);
    return state.with(state.visits(), strangers.at(clock));
  }

  private void judge(PendingPhoto photo, long now, long clock, StrangerMemory strangers) {
    IdentifiedFrame frame = photo.frame();
    // The surest face first: two faces in one photo are two people, so the other one is not them.
    List<IdentifiedFace> faces =
        frame.faces().stream()
            .filter(this::isJudged)
            .sorted(
                Comparator.comparingDouble((IdentifiedFace f) -> certainty(f, photo)).reversed())
            .toList();
    Set<String> taken = new HashSet<>();
    for (IdentifiedFace face : faces) {
      VisitState visit = settled(visit(face, photo, now), strangers, taken);
      String who = SightingWriter.who(visit).id();
      taken.add(who);
      if (visit.personId() == null) {
        strangers.remember(who, visit.looks(), clock);
      }
      events.published(
          SightingWriter.write(visit, 1, SightingStatus.CLOSED, null, frame.info().source()), true);
    }
  }

  private boolean isJudged(IdentifiedFace face) {
    if (face.identification() == null) {
      events.unjudged();
      return false;
    }
    return true;
  }

  private static double certainty(IdentifiedFace face, PendingPhoto photo) {
    IdentifyResult said = photo.answerTo(face);
    if (said != null && said.best() != null) {
      return said.best().similarity();
    }
    LocalIdentification answer = face.identification();
    return answer.named() ? answer.best().similarity() : -1;
  }

  private static VisitState visit(IdentifiedFace face, PendingPhoto photo, long now) {
    IdentifiedFrame frame = photo.frame();
    VisitAppearance look = VisitAppearance.of(face, frame);
    VisitState visit =
        VisitState.begin(DeterministicIds.visit(face.track(), frame.info().id()), now, List.of())
            .seen(now, List.of())
            .judged(IdentityEvidence.of(face.identification()), look);
    IdentifyResult answer = photo.answerTo(face);
    return answer == null
        ? visit
        : visit
            .asking(List.of(new PendingInquiry(face.question(), face.track(), look.bestShot())))
            .answered(answer);
  }

  private static VisitState settled(VisitState visit, StrangerMemory strangers, Set<String> taken) {
    List<NameVotes> supports = visit.evidence().supports();
    if (!supports.isEmpty() && !taken.contains(supports.get(0).personId())) {
      return visit.withPerson(supports.get(0).personId());
    }
    String known = strangers.recall(visit.looks(), visit.appearance().threshold(), taken);
    return visit.withStranger(known == null ? DeterministicIds.stranger(visit.id()) : known);
  }
}
