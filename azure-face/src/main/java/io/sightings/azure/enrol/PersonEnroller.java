package io.sightings.azure.enrol;

import com.azure.core.util.BinaryData;
import io.sightings.azure.client.DetectOptions;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import io.sightings.azure.settings.EnrolmentSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Enrols one person, photo by photo: the service does changes of one person one by one anyway. */
final class PersonEnroller {
  private static final int BAD_REQUEST = 400;

  private final EnrolmentSession session;
  private final EnrolledPersonIndex people;
  private final EnrolmentSettings settings;
  private final PhotoReducer smaller;
  private final EnrolmentPerson sitter;
  private final Consumer<EnrolmentPhotoResult> verdicts;
  private @Nullable EnrolledFaceIndex faces;

  PersonEnroller(
      EnrolmentSession session,
      EnrolledPersonIndex people,
      EnrolmentSettings settings,
      PhotoReducer smaller,
      EnrolmentPerson sitter,
      Consumer<EnrolmentPhotoResult> verdicts) {
    this.session = session;
    this.people = people;
    this.settings = settings;
    this.smaller = smaller;
    this.sitter = sitter;
    this.verdicts = verdicts;
  }

  /** Returns whether the person can be recognised, once the group is trained. */
  boolean run() {
    people
        .find(sitter.id())
        .ifPresent(person -> faces = new EnrolledFaceIndex(session, sitter.id(), person));
    for (Path photo : sitter.photos()) {
      verdicts.accept(judge(photo));
    }
    if (faces == null) {
      return false;
    }
    faces.settle();
    if (faces.count() == 0) { // a person without a face is not enrolled
      people.delete(faces.azureId());
      return false;
    }
    return true;
  }

  private EnrolmentPhotoResult judge(Path path) {
    PhotoUpload photo = PhotoUpload.read(path, smaller);
    if (!photo.fault().isEmpty()) {
      return rejected(path, photo.fault());
    }
    if (faces != null && faces.has(photo.sha256())) {
      return new EnrolmentPhotoResult(sitter, path, Kind.UNCHANGED, "");
    }
    try {
      AzurePhotoAssessment look =
          AzurePhotoAssessment.of(
              BlockingWait.on(
                  session
                      .faces()
                      .detect(BinaryData.fromBytes(photo.bytes()), DetectOptions.DEFAULT)),
              settings);
      if (!look.fault().isEmpty()) {
        return rejected(path, look.fault());
      }
      if (faces == null) { // no person is created without a face
        faces = new EnrolledFaceIndex(session, sitter.id(), people.create(sitter));
      }
      faces.add(photo, look.target());
      return new EnrolmentPhotoResult(sitter, path, Kind.ACCEPTED, "");
    } catch (FaceException e) {
      return ofThePhoto(e, path);
    }
  }

  /** What is wrong with a photo is its verdict; anything else ends the enrolment. */
  private EnrolmentPhotoResult ofThePhoto(FaceException e, Path path) {
    return switch (e.fault()) {
      case NO_FACE_FOUND, SEVERAL_FACES, BAD_IMAGE, IMAGE_SIZE, TOO_MANY_FACES ->
          rejected(path, sentence(e));
      case REFUSED -> {
        if (e.status() != BAD_REQUEST) {
          throw e;
        }
        yield rejected(path, sentence(e));
      }
      default -> throw e;
    };
  }

  private static String sentence(FaceException e) {
    String text = e.getMessage();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private EnrolmentPhotoResult rejected(Path path, String why) {
    return new EnrolmentPhotoResult(sitter, path, Kind.REJECTED, why);
  }
}
