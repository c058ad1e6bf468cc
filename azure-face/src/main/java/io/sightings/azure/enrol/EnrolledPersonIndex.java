package io.sightings.azure.enrol;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.models.LargePersonGroupPerson;
import io.sightings.azure.people.UserDataKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of ours is in a group: each once. */
final class EnrolledPersonIndex {
  private static final Comparator<LargePersonGroupPerson> BEST_FIRST =
      Comparator.<LargePersonGroupPerson>comparingInt(p -> -p.persistedFaceIds().size())
          .thenComparing(LargePersonGroupPerson::personId);

  private final EnrolmentSession session;
  private Map<String, List<LargePersonGroupPerson>> byId = Map.of();

  /** Those of others, whom we leave alone. */
  private int foreignFaces;

  private boolean answersLost;

  EnrolledPersonIndex(EnrolmentSession session) {
    this.session = session;
  }

  /** Reads the list, and removes those of ours who are there twice. */
  synchronized void load() {
    byId = list();
    List<LargePersonGroupPerson> surplus = new ArrayList<>();
    byId.values()
        .forEach(
            same -> {
              same.sort(BEST_FIRST);
              surplus.addAll(same.subList(1, same.size()));
              same.subList(1, same.size()).clear();
            });
    surplus.forEach(person -> delete(person.personId()));
  }

  private synchronized Map<String, List<LargePersonGroupPerson>> list() {
    Map<String, List<LargePersonGroupPerson>> all = new HashMap<>();
    foreignFaces = 0;
    BlockingWait.on(
        session.client().getAllPersons(page -> page.forEach(person -> sort(person, all))));
    return all;
  }

  private void sort(
      LargePersonGroupPerson person, Map<String, List<LargePersonGroupPerson>> byKey) {
    Optional<String> id = UserDataKeys.person(person.userData());
    if (id.isPresent()) {
      byKey.computeIfAbsent(id.get(), i -> new ArrayList<>()).add(person);
    } else {
      foreignFaces += person.persistedFaceIds().size();
    }
  }

  /**
   * Who is meant: the person with the sitter's id, or else one of ours with the sitter's name, who
   * may have been renamed to it. Sitters who turn out to be one person become one.
   */
  synchronized List<EnrolmentPerson> meant(List<EnrolmentPerson> sitters) {
    Map<String, EnrolmentPerson> meant = new LinkedHashMap<>();
    for (EnrolmentPerson sitter : sitters) {
      String id = byId.containsKey(sitter.id()) ? sitter.id() : named(sitter);
      meant.merge(id, sitter.withId(id), EnrolmentPerson::and);
    }
    return List.copyOf(meant.values());
  }

  private String named(EnrolmentPerson sitter) {
    return byId.entrySet().stream()
        .filter(same -> sitter.name().equals(same.getValue().get(0).name()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(sitter.id());
  }

  /** Whether another person can be recognised: a group without faces cannot be trained. */
  synchronized boolean anyFaceBeside(List<EnrolmentPerson> sitters) {
    Set<String> ids = sitters.stream().map(EnrolmentPerson::id).collect(Collectors.toSet());
    return foreignFaces > 0
        || byId.entrySet().stream()
            .filter(same -> !ids.contains(same.getKey()))
            .anyMatch(same -> !same.getValue().get(0).persistedFaceIds().isEmpty());
  }

  synchronized Optional<LargePersonGroupPerson> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(same -> same.get(0));
  }

  /** Creates a person who was not there. */
  LargePersonGroupPerson create(EnrolmentPerson sitter) {
    session.changing();
    String key = UserDataKeys.ofPerson(sitter.id());
    String made =
        IdempotentCreator.once(
            () -> session.client().createPerson(sitter.name(), key),
            () -> Optional.ofNullable(list().get(sitter.id())).map(same -> same.get(0).personId()),
            this::lost);
    return new LargePersonGroupPerson(made, sitter.name(), key, List.of());
  }

  private synchronized void lost() {
    answersLost = true;
  }

  /** At the end: a call that was thought lost may have been done late. */
  void settle() {
    boolean look;
    synchronized (this) {
      look = answersLost;
    }
    if (look) {
      load();
    }
  }

  void delete(String azureId) {
    session.changing();
    try {
      BlockingWait.on(session.client().deletePerson(azureId));
    } catch (FaceException e) {
      if (e.fault() != FaceErrorKind.NO_PERSON) { // gone already
        throw e;
      }
    }
  }
}
