package io.sightings.job.sighting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The visits of one source that are not over, while one frame is worked in. */
final class OpenVisits {
  private final Map<String, Visit> byId = new LinkedHashMap<>();
  private final Map<String, String> visitOfTrack = new LinkedHashMap<>();

  OpenVisits(List<Visit> visits) {
    visits.forEach(this::put);
  }

  List<Visit> all() {
    return List.copyOf(byId.values());
  }

  Visit get(String id) {
    return byId.get(id);
  }

  /** The visit a track belongs to; null if it is new. */
  Visit ofTrack(String track) {
    Visit visit = byId.get(visitOfTrack.get(track));
    return visit == null || visit.isOver() ? null : visit;
  }

  void put(Visit visit) {
    byId.put(visit.id(), visit);
    visit.tracks().forEach(track -> visitOfTrack.put(track.id(), visit.id()));
  }

  void remove(Visit visit) {
    byId.remove(visit.id());
    visit.tracks().forEach(track -> visitOfTrack.remove(track.id(), visit.id()));
    for (Visit other : all()) {
      put(other.withCompany(other.company().left(visit.id(), visit.whose())));
    }
  }

  /** The visit a question was asked about; null if there is none. */
  Visit withQuestion(String id) {
    return byId.values().stream()
        .filter(visit -> visit.inquiries().question(id) != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * Takes a track away from its visit, because it turned out to be somebody else's.
   *
   * @return the questions about it, which are about somebody else, too
   */
  List<OpenQuestion> detach(String track) {
    Visit visit = ofTrack(track);
    if (visit == null) {
      return List.of();
    }
    visitOfTrack.remove(track);
    List<OpenQuestion> questions = visit.inquiries().about(track);
    put(
        visit
            .withTracks(visit.tracks().stream().filter(t -> !t.id().equals(track)).toList())
            .withInquiries(visit.inquiries().without(questions)));
    return questions;
  }

  /** Everybody seen in one frame is somebody else than the others in it. */
  void areRivals(Collection<String> ids) {
    if (ids.size() < 2) {
      return;
    }
    for (String id : ids) {
      Visit visit = byId.get(id);
      put(visit.withCompany(visit.company().with(Lists.without(List.copyOf(ids), id))));
    }
  }

  /** Whether two visits are two people's for certain, because they were seen side by side. */
  boolean rivals(Visit a, Visit b) {
    return a.company().visits().contains(b.id()) || b.company().visits().contains(a.id());
  }

  /**
   * Makes one visit of two. The one the world knows stays; if it knows both or neither, the older.
   *
   * @return the one that stays, as it is now
   */
  Visit merge(Visit a, Visit b) {
    Visit into = survivor(a, b);
    Visit from = into == a ? b : a;
    byId.remove(from.id());
    Visit joined = into.absorbing(from);
    put(joined);
    for (Visit other : new ArrayList<>(byId.values())) {
      put(other.withCompany(other.company().merged(from.id(), into.id())));
    }
    return byId.get(into.id());
  }

  static Visit survivor(Visit a, Visit b) {
    if (a.isPublished() != b.isPublished()) {
      return a.isPublished() ? a : b;
    }
    if (a.first() != b.first()) {
      return a.first() < b.first() ? a : b;
    }
    return a.id().compareTo(b.id()) < 0 ? a : b;
  }
}
