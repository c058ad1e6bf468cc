package io.sightings.job.sighting;

import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo whose faces a service was asked about. It is judged when all answers are there.
 *
 * @param frame the photo
 * @param answers that have come
 */
public record PendingPhoto(IdentifiedFrame frame, List<IdentifyResult> answers) {

  static PendingPhoto of(IdentifiedFrame frame) {
    return new PendingPhoto(frame, List.of());
  }

  boolean asks(IdentifyResult answer) {
    return frame.faces().stream().anyMatch(face -> answer.question().equals(face.question()));
  }

  PendingPhoto with(IdentifyResult answer) {
    return new PendingPhoto(frame, SmallLists.union(answers, List.of(answer)));
  }

  boolean isComplete() {
    return frame.faces().stream()
        .allMatch(face -> face.question() == null || answerTo(face) != null);
  }

  /** Null where nothing was asked, or no answer has come. */
  @Nullable IdentifyResult answerTo(IdentifiedFace face) {
    return answers.stream()
        .filter(answer -> answer.question().equals(face.question()))
        .findFirst()
        .orElse(null);
  }
}
