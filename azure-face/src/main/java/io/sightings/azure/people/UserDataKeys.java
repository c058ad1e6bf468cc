package io.sightings.azure.people;

import java.util.Optional;

/**
 * Our own keys in the service's user data. The service makes a new id for every object, so only
 * they tell after a lost answer whether a person or a face is there already.
 */
public final class UserDataKeys {
  private static final String PERSON = "sightings:person:";
  private static final String PHOTO = "sightings:photo:";

  private UserDataKeys() {}

  /** User data of a person. */
  public static String ofPerson(String id) {
    return PERSON + id;
  }

  /** Our id of a person, by the first line; empty for one that another program has made. */
  public static Optional<String> person(String userData) {
    return after(PERSON, userData);
  }

  /** User data of a face. */
  public static String ofPhoto(String sha256) {
    return PHOTO + sha256;
  }

  /** The SHA-256 of the photo a face is from; empty for one that another program has added. */
  public static Optional<String> photo(String userData) {
    return after(PHOTO, userData);
  }

  private static Optional<String> after(String prefix, String userData) {
    return userData != null && userData.startsWith(prefix)
        ? userData.substring(prefix.length()).lines().findFirst().filter(key -> !key.isEmpty())
        : Optional.empty();
  }
}
