package io.sightings.job.sighting;

import io.sightings.contract.FrameType;
import io.sightings.contract.SightingStatus;
import io.sightings.job.ask.Answer;
import io.sightings.job.identify.Identification;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
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
    WaitingPhoto photo = WaitingPhoto.of(frame);
    for (Answer answer : state.early()) {
      if (photo.asks(answer)) {
        photo = photo.with(answer);
        after = after.withEarly(Lists.without(after.early(), answer));
      }
    }
    return photo.isComplete()
        ? judged(after, photo)
        : after.withPhotos(Lists.union(after.photos(), List.of(photo)));
  }

  SourceVisits answer(SourceVisits state, Answer answer) {
    List<WaitingPhoto> waiting = new ArrayList<>();
    SourceVisits after = state;
    for (WaitingPhoto photo : state.photos()) {
      WaitingPhoto now = photo.asks(answer) ? photo.with(answer) : photo;
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

  private SourceVisits judged(SourceVisits state, WaitingPhoto photo) {
    long now = photo.frame().info().capturedAt().toEpochMilli();
    long clock = Math.max(state.clock(), now);
    StrangerMemory strangers = new StrangerMemory(settings.strangers(), state.strangers());
    judge(photo, now, clock, strangers);
    return state.with(state.visits(), strangers.at(clock));
  }

  private void judge(WaitingPhoto photo, long now, long clock, StrangerMemory strangers) {
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
      Visit visit = settled(visit(face, photo, now), strangers, taken);
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

  private static double certainty(IdentifiedFace face, WaitingPhoto photo) {
    Answer said = photo.answerTo(face);
    if (said != null && said.best() != null) {
      return said.best().similarity();
    }
    Identification answer = face.identification();
    return answer.named() ? answer.best().similarity() : -1;
  }

  private static Visit visit(IdentifiedFace face, WaitingPhoto photo, long now) {
    IdentifiedFrame frame = photo.frame();
    Appearance look = Appearance.of(face, frame);
    Visit visit =
        Visit.begin(Ids.visit(face.track(), frame.info().id()), now, List.of())
            .seen(now, List.of())
            .judged(Evidence.of(face.identification()), look);
    Answer answer = photo.answerTo(face);
    return answer == null
        ? visit
        : visit
            .asking(List.of(new OpenQuestion(face.question(), face.track(), look.bestShot())))
            .answered(answer);
  }

  private static Visit settled(Visit visit, StrangerMemory strangers, Set<String> taken) {
    List<Support> supports = visit.evidence().supports();
    if (!supports.isEmpty() && !taken.contains(supports.get(0).personId())) {
      return visit.withPerson(supports.get(0).personId());
    }
    String known = strangers.recall(visit.looks(), visit.appearance().threshold(), taken);
    return visit.withStranger(known == null ? Ids.stranger(visit.id()) : known);
  }
}
