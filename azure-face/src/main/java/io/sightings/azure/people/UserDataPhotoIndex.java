package io.sightings.azure.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A second line in a person's user data: which face is from which photo, in short. The faces' own
 * user data says the same, but at the price of a call each whenever an enrolment is repeated. Where
 * the line is missing or old, only that price is paid.
 */
public final class UserDataPhotoIndex {
  /** Of a GUID and a SHA-256 so much tells 248 faces apart. */
  private static final int FACE = 8;

  private static final int PHOTO = 16;

  private UserDataPhotoIndex() {}

  /**
   * User data of a person.
   *
   * @param photos SHA-256 by the service's face id
   */
  public static String of(String personId, Map<String, String> photos) {
    String line =
        new TreeMap<>(photos)
            .entrySet().stream()
                .map(e -> start(e.getKey(), FACE) + "=" + start(e.getValue(), PHOTO))
                .collect(Collectors.joining(","));
    return UserDataKeys.ofPerson(personId) + "\n" + line;
  }

  /** What of the faces is noted: the beginning of a photo's SHA-256 by the service's face id. */
  public static Map<String, String> read(String userData, Collection<String> faceIds) {
    Map<String, String> noted = new HashMap<>();
    Optional<String> line =
        userData == null ? Optional.empty() : userData.lines().skip(1).findFirst();
    for (String pair : line.orElse("").split(",")) {
      int middle = pair.indexOf('=');
      if (middle > 0) {
        noted.put(pair.substring(0, middle), pair.substring(middle + 1));
      }
    }
    Map<String, String> photos = new HashMap<>();
    for (String faceId : faceIds) {
      String photo = noted.get(start(faceId, FACE));
      if (photo != null) {
        photos.put(faceId, photo);
      }
    }
    return photos;
  }

  /** Whether a photo may be the one that is noted. */
  public static boolean same(String noted, String sha256) {
    return noted.length() >= PHOTO && sha256.startsWith(start(noted, PHOTO));
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
