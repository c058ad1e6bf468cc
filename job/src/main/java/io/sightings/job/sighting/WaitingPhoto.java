package io.sightings.job.sighting;

import io.sightings.job.ask.Answer;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import java.util.List;

/**
 * A photo whose faces a service was asked about. It is judged when all answers are there.
 *
 * @param frame the photo
 * @param answers that have come
 */
public record WaitingPhoto(IdentifiedFrame frame, List<Answer> answers) {

  static WaitingPhoto of(IdentifiedFrame frame) {
    return new WaitingPhoto(frame, List.of());
  }

  boolean asks(Answer answer) {
    return frame.faces().stream().anyMatch(face -> answer.question().equals(face.question()));
  }

  WaitingPhoto with(Answer answer) {
    return new WaitingPhoto(frame, Lists.union(answers, List.of(answer)));
  }

  boolean isComplete() {
    return frame.faces().stream()
        .allMatch(face -> face.question() == null || answerTo(face) != null);
  }

  /** Null where nothing was asked, or no answer has come. */
  Answer answerTo(IdentifiedFace face) {
    return answers.stream()
        .filter(answer -> answer.question().equals(face.question()))
        .findFirst()
        .orElse(null);
  }
}
