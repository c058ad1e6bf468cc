package io.sightings.faults.hostile.neighbour;

import io.sightings.contract.Person;
import io.sightings.faults.product.LocalProduct;
import io.sightings.scenes.PortraitPainter;
import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.PeopleStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A drawn person who is enrolled by photos, and renamed again and again. */
public final class GoodPerson implements AutoCloseable {
  static final String NAME = "Neighbour ";

  private static final String FIRST_NAME = NAME + "0";
  private static final int PORTRAITS = 3;

  /** Unlike those of the demo scene for the offline engine. */
  private static final long CAST = 2;

  private final PeopleStore store;
  private final byte[] photo;
  private Person person;

  private GoodPerson(PeopleStore store, byte[] photo, Person person) {
    this.store = store;
    this.photo = photo;
    this.person = person;
  }

  /** Draws and enrols the person. */
  public static GoodPerson enrol(LocalProduct product, Path folder) throws IOException {
    PersonTraits traits = PersonGenerator.of(CAST, 1).get(0);
    PortraitPainter portraits = new PortraitPainter();
    portraits.write(folder, FIRST_NAME, traits, PORTRAITS);
    product.enrol(folder);
    PeopleStore store = PeopleStore.open(new KafkaAccess(product.bootstrap()));
    Person person =
        store.all().values().stream()
            .filter(one -> one.name().equals(FIRST_NAME))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the neighbour was not enrolled"));
    return new GoodPerson(store, jpeg(portraits.portrait(traits, 1)), person);
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", out);
    return out.toByteArray();
  }

  /** A photo that shows the person. */
  public byte[] photo() {
    return photo;
  }

  /** One of the templates the person is recognised by. */
  public Person.Template template() {
    return person.templates().get(0);
  }

  String name() {
    return person.name();
  }

  /** Enrols the person under the next name. */
  void rename() {
    person = new Person(person.id(), NAME + (number(person.name()) + 1), person.templates());
    store.put(person);
  }

  /** The number in one of the person's names. */
  static int number(String name) {
    return Integer.parseInt(name.substring(NAME.length()));
  }

  @Override
  public void close() {
    store.close();
  }
}
