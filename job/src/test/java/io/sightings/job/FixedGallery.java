package io.sightings.job;

import io.sightings.contract.Person;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.engine.gallery.Gallery;
import io.sightings.job.identify.GallerySource;
import java.util.ArrayList;
import java.util.List;

/** People who are known from the beginning, and nobody else. */
public final class FixedGallery implements GallerySource {
  private static final long serialVersionUID = 1L;

  private final ArrayList<byte[]> people = new ArrayList<>();

  public FixedGallery(List<Person> people) {
    people.forEach(person -> this.people.add(Json.write(person)));
  }

  @Override
  public Lease open(String model, int dimension) {
    Gallery.Builder builder = Gallery.empty().toBuilder();
    for (byte[] json : people) {
      try {
        Person person = Json.read(json, Person.class);
        builder.put(
            person.id(),
            person.name(),
            person.templates().stream().map(Person.Template::vector).toList());
      } catch (MalformedMessageException e) {
        throw new IllegalStateException(e);
      }
    }
    Gallery gallery = builder.build();
    return new Lease() {
      @Override
      public Gallery gallery() {
        return gallery;
      }

      @Override
      public void close() {}
    };
  }
}
