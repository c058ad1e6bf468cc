package io.sightings.engine.azure.enrol;

import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.people.KnownPerson;
import io.sightings.engine.azure.settings.AzureSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The people of one resource's group: who they are, what they are called, and that they be
 * forgotten. Blocks.
 */
public final class AzurePeople {
  private final FaceResource resource;
  private final AzureSettings settings;
  private final EnrolListener listener;

  /**
   * @param resource outlives this
   * @param listener hears of trainings
   */
  public AzurePeople(FaceResource resource, AzureSettings settings, EnrolListener listener) {
    this.resource = resource;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Everybody, in the service's order; nobody where there is no group.
   *
   * @throws FaceException if the service refuses
   */
  public List<KnownPerson> list() {
    GroupSession session = GroupSession.of(resource, settings);
    return session.open() ? list(session) : List.of();
  }

  private static List<KnownPerson> list(GroupSession session) {
    List<KnownPerson> all = new ArrayList<>();
    Waiting.on(
        session
            .client()
            .getAllPersons(page -> page.forEach(person -> all.add(KnownPerson.of(person)))));
    return all;
  }

  /**
   * Takes effect where names are read the next time, without a training.
   *
   * @param id as in {@link KnownPerson#id()}
   * @return whether the person is there
   */
  public boolean rename(String id, String name) {
    GroupSession session = GroupSession.of(resource, settings);
    List<KnownPerson> same = session.open() ? same(session, id) : List.of();
    same.forEach(person -> Waiting.on(session.client().updatePerson(person.azureId(), name, null)));
    return !same.isEmpty();
  }

  /**
   * Erases somebody: faces, name and all. Then the group is trained, so that the face is forgotten
   * too.
   *
   * @param id as in {@link KnownPerson#id()}
   * @return whether the person was there
   * @throws EnrolException if the training fails; the person is erased all the same
   */
  public boolean forget(String id) {
    GroupSession session = GroupSession.of(resource, settings);
    if (!session.open()) {
      return false;
    }
    List<KnownPerson> same = same(session, id);
    GroupPeople people = new GroupPeople(session);
    same.forEach(person -> people.delete(person.azureId()));
    if (session.trainingDue()) {
      new Training(session, listener, settings.enrol()).run();
    }
    return !same.isEmpty();
  }

  private static List<KnownPerson> same(GroupSession session, String id) {
    return list(session).stream().filter(person -> person.id().equals(id)).toList();
  }
}
