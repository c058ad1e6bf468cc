package io.sightings.azure.enrol;

import com.azure.core.util.BinaryData;
import io.sightings.azure.client.AddFaceOptions;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.LargePersonGroupClient;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceRectangle;
import io.sightings.azure.client.models.LargePersonGroupPerson;
import io.sightings.azure.people.UserDataKeys;
import io.sightings.azure.people.UserDataPhotoIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which photos one person's faces are from: each once. For one thread. */
final class EnrolledFaceIndex {
  private final EnrolmentSession session;
  private final LargePersonGroupClient client;
  private final String id;
  private final LargePersonGroupPerson person;

  /** SHA-256, or its beginning, by the service's face id; empty for faces that are not ours. */
  private final Map<String, String> photos = new HashMap<>();

  private final boolean noted;
  private boolean answersLost;
  private boolean changed;

  EnrolledFaceIndex(EnrolmentSession session, String id, LargePersonGroupPerson person) {
    this.session = session;
    this.client = session.client();
    this.id = id;
    this.person = person;
    photos.putAll(UserDataPhotoIndex.read(person.userData(), person.persistedFaceIds()));
    noted = photos.keySet().containsAll(person.persistedFaceIds());
    look(person.persistedFaceIds());
  }

  /** Asks about the faces that are not known, and removes those that are there twice. */
  private void look(Collection<String> faceIds) {
    photos.keySet().retainAll(faceIds); // others may have removed some
    Set<String> seen = new TreeSet<>();
    for (String faceId : faceIds) {
      String photo = photos.containsKey(faceId) ? photos.get(faceId) : ask(faceId);
      if (photo == null) {
        continue;
      }
      photos.put(faceId, photo);
      boolean ours = !photo.isEmpty();
      if (ours && !seen.add(photo.substring(0, Math.min(16, photo.length())))) {
        delete(faceId);
      }
    }
  }

  /** Null for a face that was removed meanwhile. */
  private @Nullable String ask(String faceId) {
    try {
      return UserDataKeys.photo(
              BlockingWait.on(client.getFace(person.personId(), faceId)).userData())
          .orElse("");
    } catch (FaceException e) {
      if (e.fault() == FaceErrorKind.NO_FACE_ID) {
        return null;
      }
      throw e;
    }
  }

  private void delete(String faceId) {
    session.changing();
    try {
      BlockingWait.on(client.deleteFace(person.personId(), faceId));
    } catch (FaceException e) {
      if (e.fault() != FaceErrorKind.NO_FACE_ID) {
        throw e;
      }
    }
    photos.remove(faceId);
    changed = true;
  }

  boolean has(String sha256) {
    return photos.values().stream().anyMatch(known -> UserDataPhotoIndex.same(known, sha256));
  }

  String azureId() {
    return person.personId();
  }

  int count() {
    return photos.size();
  }

  /**
   * @param target which face of the photo, where there are several
   */
  void add(PhotoUpload photo, @Nullable FaceRectangle target) {
    session.changing();
    AddFaceOptions options =
        new AddFaceOptions(
            FaceApiConstants.DETECTION_03, target, UserDataKeys.ofPhoto(photo.sha256()));
    BinaryData bytes = BinaryData.fromBytes(photo.bytes());
    String added =
        IdempotentCreator.once(
            () -> client.addFace(person.personId(), bytes, options),
            () -> find(photo.sha256()),
            () -> answersLost = true);
    photos.put(added, photo.sha256());
    changed = true;
  }

  private Optional<String> find(String sha256) {
    look(BlockingWait.on(client.getPerson(person.personId())).persistedFaceIds());
    return photos.entrySet().stream()
        .filter(face -> UserDataPhotoIndex.same(face.getValue(), sha256))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** At the end: notes what is there, so that a repetition need not ask. */
  void settle() {
    if (answersLost) {
      look(BlockingWait.on(client.getPerson(person.personId())).persistedFaceIds());
    }
    if (changed || !noted) {
      BlockingWait.on(
          client.updatePerson(person.personId(), null, UserDataPhotoIndex.of(id, photos)));
    }
  }
}
