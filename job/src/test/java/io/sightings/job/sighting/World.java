package io.sightings.job.sighting;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.job.sighting.Moment.Tracks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Plays random moments to the rules and keeps what an onlooker would note down. */
final class World {
  final Story story;

  /** Pairs of visits that were seen side by side. */
  final Set<Set<String>> sideBySide = new HashSet<>();

  /** The second at which each sighting was first published. */
  final Map<String, Double> firstTold = new LinkedHashMap<>();

  int framesWithFaces;

  private int told;

  private World(UnaryOperator<SourceVisits> betweenFrames) {
    story = Story.knowing("ada", "ben", "cleo").withStateBetweenFrames(betweenFrames);
  }

  static World of(List<Moment> moments) {
    return of(moments, UnaryOperator.identity(), world -> {});
  }

  /**
   * @param afterFrame looks at the world after every frame
   */
  static World of(
      List<Moment> moments, UnaryOperator<SourceVisits> betweenFrames, Consumer<World> afterFrame) {
    World world = new World(betweenFrames);
    Tracks tracks = new Tracks();
    double second = 0;
    for (Moment moment : moments) {
      second += moment.pause();
      if (moment.silence() && world.story.state() != null) {
        world.story.silence();
        world.note(second);
      }
      for (int i = 0; i < moment.frames(); i++) {
        world.story.at(second, tracks.shown(moment.faces()));
        world.framesWithFaces += moment.faces().isEmpty() ? 0 : 1;
        world.note(second);
        afterFrame.accept(world);
        second++;
      }
    }
    world.story.ended(second);
    world.note(second);
    return world;
  }

  private void note(double second) {
    for (Sighting revision : story.revisions().subList(told, story.revisions().size())) {
      firstTold.putIfAbsent(revision.id(), second);
    }
    told = story.revisions().size();
    List<String> here = here().stream().map(VisitState::id).toList();
    for (String one : here) {
      for (String other : here) {
        if (!one.equals(other)) {
          sideBySide.add(Set.of(one, other));
        }
      }
    }
  }

  /** The visits of whoever is in the present frame. */
  List<VisitState> here() {
    long now = story.state().clock();
    return story.state().visits().stream()
        .filter(visit -> visit.tracks().stream().anyMatch(track -> track.seen() == now))
        .toList();
  }

  /** The last word on every sighting that was not merged into another. */
  List<Sighting> closed() {
    return story.sightings().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
  }

  /** All revisions of one sighting. */
  List<Sighting> revisionsOf(String id) {
    return story.revisions().stream().filter(revision -> revision.id().equals(id)).toList();
  }

  /** The sighting a visit ended up in; null if it never was one. */
  Sighting endOf(String id) {
    Map<String, Sighting> last = new LinkedHashMap<>();
    story.sightings().forEach(sighting -> last.put(sighting.id(), sighting));
    Sighting sighting = last.get(id);
    while (sighting != null && sighting.status() == SightingStatus.MERGED) {
      sighting = last.get(sighting.mergedInto());
    }
    return sighting;
  }

  List<String> whoIsOpen() {
    List<String> who = new ArrayList<>();
    story.open().forEach(sighting -> who.add(sighting.person().id()));
    return who;
  }
}
