package io.sightings.job.sighting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The visits of one source that are not over, while one frame is worked in. */
final class OpenVisits {
  private final Map<String, VisitState> byId = new LinkedHashMap<>();
  private final Map<String, String> visitOfTrack = new LinkedHashMap<>();

  OpenVisits(List<VisitState> visits) {
    visits.forEach(this::put);
  }

  List<VisitState> all() {
    return List.copyOf(byId.values());
  }

  @Nullable VisitState get(String id) {
    return byId.get(id);
  }

  /** The visit a track belongs to; null if it is new. */
  @Nullable VisitState ofTrack(String track) {
    VisitState visit = byId.get(visitOfTrack.get(track));
    return visit == null || visit.isOver() ? null : visit;
  }

  void put(VisitState visit) {
    byId.put(visit.id(), visit);
    visit.tracks().forEach(track -> visitOfTrack.put(track.id(), visit.id()));
  }

  void remove(VisitState visit) {
    byId.remove(visit.id());
    visit.tracks().forEach(track -> visitOfTrack.remove(track.id(), visit.id()));
    for (VisitState other : all()) {
      put(other.withCompany(other.company().left(visit.id(), visit.whose())));
    }
  }

  /** The visit a question was asked about; null if there is none. */
  @Nullable VisitState withQuestion(String id) {
    return byId.values().stream()
        .filter(visit -> visit.inquiries().question(id) != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * Removes a track from its visit, because it turned out to belong to another person.
   *
   * @return the requests about it, which are about the other person, too
   */
  List<PendingInquiry> detach(String track) {
    VisitState visit = ofTrack(track);
    if (visit == null) {
      return List.of();
    }
    visitOfTrack.remove(track);
    List<PendingInquiry> questions = visit.inquiries().about(track);
    put(
        visit
            .withTracks(visit.tracks().stream().filter(t -> !t.id().equals(track)).toList())
            .withInquiries(visit.inquiries().without(questions)));
    return questions;
  }

  /** The people in one frame are different people. */
  void areRivals(Collection<String> ids) {
    if (ids.size() < 2) {
      return;
    }
    for (String id : ids) {
      VisitState visit = byId.get(id);
      put(visit.withCompany(visit.company().with(SmallLists.without(List.copyOf(ids), id))));
    }
  }

  /** Whether two visits are two people's for certain, because they were seen side by side. */
  boolean rivals(VisitState a, VisitState b) {
    return a.company().visits().contains(b.id()) || b.company().visits().contains(a.id());
  }

  /**
   * Makes one visit of two. The one the world knows stays; if it knows both or neither, the older.
   *
   * @return the one that stays, as it is now
   */
  @Nullable VisitState merge(VisitState a, VisitState b) {
    VisitState into = survivor(a, b);
    VisitState from = into == a ? b : a;
    byId.remove(from.id());
    VisitState joined = into.absorbing(from);
    put(joined);
    for (VisitState other : new ArrayList<>(byId.values())) {
      put(other.withCompany(other.company().merged(from.id(), into.id())));
    }
    return byId.get(into.id());
  }

  static VisitState survivor(VisitState a, VisitState b) {
    if (a.isPublished() != b.isPublished()) {
      return a.isPublished() ? a : b;
    }
    if (a.first() != b.first()) {
      return a.first() < b.first() ? a : b;
    }
    return a.id().compareTo(b.id()) < 0 ? a : b;
  }
}
