package io.sightings.azure.enrol;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.people.AzurePerson;
import io.sightings.azure.settings.AzureSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of one resource's group: who they are, what they are called, and that they be
 * forgotten. Blocks.
 */
public final class AzurePersonEditor {
  private final FaceResource resource;
  private final AzureSettings settings;
  private final EnrolmentListener listener;

  /**
   * @param resource outlives this
   * @param listener hears of trainings
   */
  public AzurePersonEditor(
      FaceResource resource, AzureSettings settings, EnrolmentListener listener) {
    this.resource = resource;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Every person, in the service's order; none if there is no group.
   *
   * @throws FaceException if the service refuses
   */
  public List<AzurePerson> list() {
    EnrolmentSession session = EnrolmentSession.of(resource, settings);
    return session.open() ? list(session) : List.of();
  }

  private static List<AzurePerson> list(EnrolmentSession session) {
    List<AzurePerson> all = new ArrayList<>();
    BlockingWait.on(
        session
            .client()
            .getAllPersons(page -> page.forEach(person -> all.add(AzurePerson.of(person)))));
    return all;
  }

  /**
   * Takes effect where names are read the next time, without a training.
   *
   * @param id as in {@link AzurePerson#id()}
   * @return whether the person is there
   */
  public boolean rename(@Nullable String id, String name) {
    EnrolmentSession session = EnrolmentSession.of(resource, settings);
    List<AzurePerson> same = session.open() ? same(session, id) : List.of();
    same.forEach(
        person -> BlockingWait.on(session.client().updatePerson(person.azureId(), name, null)));
    return !same.isEmpty();
  }

  /**
   * Erases people: faces, names and all. Then the group is trained, so that the training forgets
   * the faces too; if nobody is left, the group is deleted, for it cannot be trained. With nobody
   * named, only a training that is due is done.
   *
   * @param ids as in {@link AzurePerson#id()}; those who are not there do not matter
   * @throws EnrolmentException if the training fails; the people are erased all the same
   */
  public void forget(Collection<String> ids) {
    EnrolmentSession session = EnrolmentSession.of(resource, settings);
    if (!session.open()) {
      return;
    }
    EnrolledPersonIndex group = new EnrolledPersonIndex(session);
    List<AzurePerson> others = new ArrayList<>();
    for (AzurePerson person : list(session)) {
      if (ids.contains(person.id())) {
        group.delete(person.azureId());
      } else {
        others.add(person);
      }
    }
    if (session.trainingDue()) {
      train(session, others);
    }
  }

  private void train(EnrolmentSession session, List<AzurePerson> people) {
    if (people.stream().anyMatch(person -> person.faces() > 0)) {
      listener.step("training the group \"" + settings.group() + "\" in " + session.resource());
      new GroupTraining(session, listener, settings.enrol()).run();
    } else if (people.isEmpty() && session.deleteIfOurs()) {
      listener.step(
          "deleted the group \"%s\" in %s: nobody is left in it"
              .formatted(settings.group(), session.resource()));
    } else {
      listener.step(
          "the group \"%s\" in %s has no faces left and cannot be trained; delete it to make sure that the last training is forgotten"
              .formatted(settings.group(), session.resource()));
    }
  }

  private static List<AzurePerson> same(EnrolmentSession session, @Nullable String id) {
    return list(session).stream().filter(person -> person.id().equals(id)).toList();
  }
}
