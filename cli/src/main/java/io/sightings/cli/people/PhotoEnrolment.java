package io.sightings.cli.people;

import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome.Kind;
import io.sightings.contract.Person;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment;
import io.sightings.engine.enrol.EnrolmentPhotoAssessor;
import io.sightings.engine.gallery.Gallery;
import io.sightings.toolkit.console.IoErrorText;
import io.sightings.toolkit.topics.PeopleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Photos become face templates, and templates become known people. */
public final class PhotoEnrolment {
  private final FaceEngine engine;
  private final EngineSettings settings;
  private final PeopleStore store;
  private final Gallery.Builder gallery = Gallery.empty().toBuilder();

  /**
   * @param settings those the engine was acquired with
   */
  public PhotoEnrolment(FaceEngine engine, EngineSettings settings, PeopleStore store) {
    this.engine = engine;
    this.settings = settings;
    this.store = store;
    store.all().values().forEach(this::know);
  }

  /**
   * Enrols everybody in a folder. What was enrolled before is neither lost nor doubled.
   *
   * @param listener told of each photo, in order
   */
  public void enrol(PhotoFolder folder, Consumer<PhotoOutcome> listener) {
    try (EnrolmentPhotoAssessor judge = new EnrolmentPhotoAssessor(engine, settings)) {
      folder.people().forEach(shown -> enrol(judge, shown, listener));
    }
  }

  private void enrol(
      EnrolmentPhotoAssessor judge,
      PhotoFolder.Photographed shown,
      Consumer<PhotoOutcome> listener) {
    Person before = store.named(shown.id(), shown.name());
    List<Person.Template> templates = new ArrayList<>(before.templates());
    for (Path photo : shown.photos()) {
      PhotoOutcome outcome = judge(judge, photo, before, templates);
      listener.accept(outcome);
    }
    if (templates.size() > before.templates().size()) {
      Person after = new Person(before.id(), before.name(), templates);
      store.put(after);
      know(after);
    }
  }

  /** Adds to the templates what the photo is good for. */
  private PhotoOutcome judge(
      EnrolmentPhotoAssessor judge, Path photo, Person person, List<Person.Template> templates) {
    byte[] bytes;
    try {
      if (Files.size(photo) > settings.image().maxBytes()) {
        return rejected(
            person,
            photo,
            "The file is larger than " + (settings.image().maxBytes() >> 20) + " MiB.");
      }
      bytes = Files.readAllBytes(photo);
    } catch (IOException e) {
      return rejected(person, photo, "The file cannot be read: " + IoErrorText.sentence(e));
    }
    EnrolmentPhotoAssessment verdict = judge.judge(bytes, person.id(), gallery.build());
    if (verdict instanceof EnrolmentPhotoAssessment.Rejected rejected) {
      return rejected(person, photo, rejected.text());
    }
    if (verdict instanceof EnrolmentPhotoAssessment.Duplicate duplicate) {
      return rejected(person, photo, duplicate.text());
    }
    EnrolmentPhotoAssessment.Accepted accepted = (EnrolmentPhotoAssessment.Accepted) verdict;
    Person.Template template = template(accepted, photo);
    boolean known =
        templates.stream()
            .anyMatch(
                t -> t.photo().equals(template.photo()) && t.model().equals(template.model()));
    if (known) {
      return new PhotoOutcome(person.name(), photo, Kind.UNCHANGED, null);
    }
    templates.add(template);
    return new PhotoOutcome(person.name(), photo, Kind.ACCEPTED, accepted.remark());
  }

  private static PhotoOutcome rejected(Person person, Path photo, @Nullable String text) {
    return new PhotoOutcome(person.name(), photo, Kind.REJECTED, text);
  }

  private static Person.Template template(EnrolmentPhotoAssessment.Accepted accepted, Path photo) {
    return new Person.Template(
        accepted.model(),
        accepted.embedding(),
        accepted.photoSha256(),
        photo.getFileName().toString(),
        accepted.quality().overall());
  }

  /** Others' photos are compared with this person from now on. */
  private void know(Person person) {
    List<float[]> embeddings =
        person.templates().stream()
            .filter(t -> t.model().equals(engine.embedderName()))
            .map(Person.Template::vector)
            .toList();
    if (!embeddings.isEmpty()) {
      gallery.put(person.id(), person.name(), embeddings);
    }
  }

  /**
   * What became of one photo.
   *
   * @param person the person's name
   * @param photo the file
   * @param kind what was decided
   * @param text why it is rejected, or a remark on an accepted photo, in sentences
   */
  public record PhotoOutcome(String person, Path photo, Kind kind, @Nullable String text) {

    /** The three ways a photo can go. */
    public enum Kind {
      ACCEPTED,
      /** The same photo was enrolled before. */
      UNCHANGED,
      REJECTED
    }
  }
}
