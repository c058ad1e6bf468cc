package io.sightings.job.sighting;

import io.sightings.contract.FrameType;
import io.sightings.contract.SightingStatus;
import io.sightings.job.identify.Identification;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.settings.SightingSettings;
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
    long now = frame.info().capturedAt().toEpochMilli();
    long clock = Math.max(state.clock(), now);
    StrangerMemory strangers = new StrangerMemory(settings.strangers(), state.strangers());
    if (frame.info().type() == FrameType.IMAGE) {
      judge(frame, now, clock, strangers);
    }
    if (!state.visits().isEmpty()) {
      // A recording under the same name is being read: its visits go on by its own clock.
      return new SourceVisits(
          state.source(), state.epoch(), state.clock(), state.visits(), strangers.at(clock));
    }
    return new SourceVisits(
        frame.info().source(), frame.info().epoch(), clock, List.of(), strangers.at(clock));
  }

  private void judge(IdentifiedFrame frame, long now, long clock, StrangerMemory strangers) {
    // The surest face first: two faces in one photo are two people, so the other one is not them.
    List<IdentifiedFace> faces =
        frame.faces().stream()
            .filter(this::isJudged)
            .sorted(Comparator.comparingDouble(PhotoRules::certainty).reversed())
            .toList();
    Set<String> taken = new HashSet<>();
    for (IdentifiedFace face : faces) {
      Visit visit = settled(visit(face, frame, now), strangers, taken);
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

  private static double certainty(IdentifiedFace face) {
    Identification answer = face.identification();
    return answer.named() ? answer.best().similarity() : -1;
  }

  private static Visit visit(IdentifiedFace face, IdentifiedFrame frame, long now) {
    return Visit.begin(Ids.visit(face.track(), frame.info().id()), now, List.of())
        .seen(now, List.of())
        .judged(Evidence.of(face.identification()), Appearance.of(face, frame));
  }

  private static Visit settled(Visit visit, StrangerMemory strangers, Set<String> taken) {
    List<Support> supports = visit.evidence().supports();
    if (!supports.isEmpty() && !taken.contains(supports.get(0).personId())) {
      return visit.withPerson(supports.get(0).personId());
    }
    String known = strangers.recall(visit.looks(), visit.evidence().threshold(), taken);
    return visit.withStranger(known == null ? Ids.stranger(visit.id()) : known);
  }
}
