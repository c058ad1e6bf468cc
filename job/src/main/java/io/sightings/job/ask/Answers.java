package io.sightings.job.ask;

import io.sightings.contract.Sighting.Attributes;
import io.sightings.contract.Sighting.FaceBox;
import io.sightings.engine.Box;
import io.sightings.engine.Shot;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.QualityForRecognition;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureCandidate;
import io.sightings.engine.azure.identify.AzureFace;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.settings.IdentifySettings;
import io.sightings.job.detect.Attributed;
import io.sightings.job.detect.FacePicture;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.ServiceFace;
import io.sightings.job.identify.Identification.Likeness;
import io.sightings.job.track.Question;
import java.time.Instant;
import java.util.List;

/** Between the job's terms and the client's. */
final class Answers {

  private Answers() {}

  static Shot shot(FacePicture picture) {
    return new Shot(picture.jpeg(), box(picture.face()));
  }

  /** A face the service has found itself. */
  static AzureFace found(SeenFace face) {
    ServiceFace known = face.service();
    return new AzureFace(
        box(face.box()),
        null,
        quality(known.attributes()),
        known.faceId(),
        known.resource(),
        Instant.ofEpochMilli(known.found()));
  }

  static Answer of(Question question, AzureAnswer answer, IdentifySettings settings) {
    List<AzureCandidate> candidates = answer.candidates();
    return new Answer(
        question.id(),
        question.source(),
        answer.outcome(),
        answer.text().isEmpty() ? null : answer.text(),
        candidates.isEmpty() ? null : likeness(candidates.get(0)),
        candidates.size() < 2 ? null : likeness(candidates.get(1)),
        attributes(question, answer),
        answer.paidCalls(),
        AzureIdentifier.MODEL,
        (float) settings.minConfidence(),
        answer.peopleVersion());
  }

  /** What is said with the answer, or was said when the service found the face. */
  private static Attributes attributes(Question question, AzureAnswer answer) {
    ServiceFace found = question.face().service();
    Attributes described = found == null ? null : found.attributes();
    return described == null ? Attributed.by(answer.attributes()) : described;
  }

  /** All of it that decides whether the service is asked. */
  private static FaceAttributes quality(Attributes known) {
    return known == null || known.quality() == null
        ? null
        : new FaceAttributes(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new QualityForRecognition(known.quality()));
  }

  private static Likeness likeness(AzureCandidate candidate) {
    return new Likeness(candidate.personId(), candidate.name(), (float) candidate.confidence());
  }

  private static Box box(FaceBox box) {
    return new Box(box.x(), box.y(), box.width(), box.height());
  }
}
