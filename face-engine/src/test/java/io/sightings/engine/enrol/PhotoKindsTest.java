package io.sightings.engine.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.TestMediaFolder;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Accepted;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment.Rejected;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.engine.runtime.FaceEngines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Galleries of photos as people have them, made from photos of the test media. */
class PhotoKindsTest {
  private static final List<String> FAMILY =
      List.of("Dad1", "Dad2", "Mom1", "Mom2", "Son1", "Son2", "Daughter1", "Daughter2");
  private static final Map<String, Integer> OTHERS =
      Map.of("Amelie_Mauresmo", 2, "Bill_Frist", 3, "Bill_McBride", 0, "Emma_Watson", 1);

  private static final int MIN_NAMED = 14;
  private EngineSettings settings;
  private FaceEngine engine;
  private EnrolmentPhotoAssessor assessor;
  private FrameAnalyser analyser;
  private List<Photo> photos;

  /** One photo with one face. */
  private record Photo(String person, byte[] bytes, FaceBox face, float[] embedding) {}

  /** What can be made from a photo and another person's photo. */
  private enum Kind {
    CUT_TO_THE_FACE((photo, other) -> PhotoKinds.tight(photo.bytes(), photo.face())),
    FACE_OF_TWELVE_MEGAPIXELS((photo, other) -> PhotoKinds.large(photo.bytes(), photo.face())),
    SIXTY_FOUR_PIXELS((photo, other) -> PhotoKinds.tiny(photo.bytes(), photo.face())),
    BLACK_AND_WHITE((photo, other) -> PhotoKinds.grey(photo.bytes())),
    SCANNED_PAGE((photo, other) -> PhotoKinds.scan(photo.bytes(), photo.face())),
    POSTER_BEHIND(
        (photo, other) ->
            PhotoKinds.beside(photo.bytes(), photo.face(), other.bytes(), other.face(), 0.3));

    private final BiFunction<Photo, Photo, byte[]> maker;

    Kind(BiFunction<Photo, Photo, byte[]> maker) {
      this.maker = maker;
    }
  }

  @BeforeEach
  void readPhotos() throws IOException, UnreadableImageException {
    TestMediaFolder media = TestMediaFolder.orSkip(getClass());
    settings = media.settings();
    engine = FaceEngines.acquire(settings);
    assessor = new EnrolmentPhotoAssessor(engine, settings);
    analyser = engine.newPhotoAnalyser();
    photos = new ArrayList<>();
    for (String name : FAMILY) {
      String person = name.substring(0, name.length() - 1);
      photos.add(photo(person, media.bytes("photos/azure/Family1-" + name + ".jpg")));
    }
    for (String name : new TreeMap<>(OTHERS).keySet()) {
      int first = OTHERS.get(name);
      for (String file : media.names("lfw/" + name).subList(first, first + 2)) {
        photos.add(photo(name, media.bytes("lfw/" + name + "/" + file)));
      }
    }
  }

  @AfterEach
  void close() {
    if (engine != null) {
      analyser.close();
      assessor.close();
      engine.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPhotoOfTheKindIsEnrolledAndNamesItsPersonAndNoOther(Kind kind) {
    Map<Photo, float[]> templates = new HashMap<>();
    for (Photo photo : photos) {
      EnrolmentPhotoAssessment assessment = assessor.judge(kind.maker.apply(photo, other(photo)));
      assertThat(assessment).as(photo.person()).isInstanceOf(Accepted.class);
      templates.put(photo, ((Accepted) assessment).embedding());
    }
    int named = 0;
    for (Photo probe : photos) {
      GalleryMatch match = gallery(templates, probe).search(probe.embedding());
      if (match.names(engine.embedder().threshold(), engine.embedder().margin())) {
        assertThat(match.best().name()).isEqualTo(probe.person());
        named++;
      }
    }
    // Pairs of single photos: some are below the threshold as whole photos, too.
    assertThat(named).isGreaterThanOrEqualTo(MIN_NAMED);
  }

  /**
   * Everybody, by one template of this kind; the person of the probe by that of the other photo.
   */
  private Gallery gallery(Map<Photo, float[]> templates, Photo probe) {
    Gallery.Builder people = Gallery.empty().toBuilder();
    for (Photo photo : photos) {
      if (photo != probe) {
        people.put(photo.person(), photo.person(), List.of(templates.get(photo)));
      }
    }
    return people.build();
  }

  @Test
  void theRemarkSaysWhichOfTwoFacesWasTaken() {
    Photo photo = photos.get(0);
    Accepted accepted =
        (Accepted) assessor.judge(Kind.POSTER_BEHIND.maker.apply(photo, other(photo)));
    assertThat(accepted.remark()).contains("largest of 2 faces");
  }

  @Test
  void twoPeopleOfEqualSizeAreRefusedWithTheRemedy() {
    Photo photo = photos.get(0);
    Photo other = other(photo);
    byte[] both = PhotoKinds.beside(photo.bytes(), photo.face(), other.bytes(), other.face(), 0.9);
    Rejected rejected = (Rejected) assessor.judge(both);
    assertThat(rejected.reason()).isEqualTo(EnrolmentPhotoAssessment.Reason.SEVERAL_FACES);
    assertThat(rejected.text()).contains("2 faces").contains("Cut the photo to one person");
  }

  @Test
  void aPhotoCutToTheFaceIsClearToThePhotoAnalyserAndItsFaceLiesInThePhoto()
      throws UnreadableImageException {
    for (Photo photo : photos) {
      FrameAnalysis analysis = analyser.analyse(PhotoKinds.tight(photo.bytes(), photo.face()));
      assertThat(analysis.faces())
          .singleElement()
          .satisfies(face -> assertThat(face.quality().judgeable()).isTrue())
          .satisfies(face -> assertThat(face.box().centreX()).isBetween(50f, 100f));
    }
  }

  private Photo other(Photo photo) {
    return photos.get((photos.indexOf(photo) + 2) % photos.size());
  }

  private Photo photo(String person, byte[] bytes) throws UnreadableImageException {
    FrameAnalysis analysis = analyser.analyse(bytes);
    assertThat(analysis.faces()).as(person).hasSize(1);
    return new Photo(
        person,
        bytes,
        analysis.faces().get(0).box(),
        engine.embedder().embed(analysis.faces().get(0).crop()));
  }
}
