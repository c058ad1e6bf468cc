package io.sightings.job.sink;

import io.sightings.contract.Alert;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.contract.Sighting.BestShot;
import io.sightings.contract.SourceInfo;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a record can do without, if it is too large for its topic.
 *
 * @param steps each applied to the result of the one before, the least loss first
 */
record RecordReductions<T>(List<Step<T>> steps) implements Serializable {
  /** A larger header of a frame is none that the contract knows. */
  private static final int MAX_HEADER = 1024;

  /**
   * @param what the record loses, for the log
   */
  record Step<T>(String what, SerializableOperator<T> operator) implements Serializable {
    T reduce(T record) {
      return operator.apply(record);
    }
  }

  /** Sent to the tasks with the job. */
  interface SerializableOperator<T> extends UnaryOperator<T>, Serializable {}

  static RecordReductions<Sighting> ofSightings() {
    return new RecordReductions<>(
        List.of(
            new Step<>("thumbnail", s -> with(s, s.source(), withoutTexts(s.bestShot(), false))),
            new Step<>(
                "thumbnail and labels", s -> with(s, withoutLabels(s.source()), s.bestShot())),
            new Step<>(
                "thumbnail, labels, location and subject",
                s -> with(s, bare(s.source()), withoutTexts(s.bestShot(), true)))));
  }

  static RecordReductions<Alert> ofAlerts() {
    return new RecordReductions<>(
        List.of(
            new Step<>("labels", a -> with(a, withoutLabels(a.source()))),
            new Step<>("labels and location", a -> with(a, bare(a.source())))));
  }

  static RecordReductions<RejectedFrame> ofRejectedFrames() {
    return new RecordReductions<>(
        List.of(
            new Step<>("detail", r -> with(r, r.original(), "")),
            new Step<>(
                "detail and picture",
                r ->
                    with(
                        r,
                        new KafkaMessage(
                            r.original().key(),
                            null,
                            r.original().headers(),
                            r.original().timestamp()),
                        "The picture is left out: it is too large for this topic.")),
            new Step<>(
                "detail, picture and large headers",
                r ->
                    with(
                        r,
                        new KafkaMessage(
                            r.original().key(),
                            null,
                            small(r.original().headers()),
                            r.original().timestamp()),
                        r.detail()))));
  }

  private static List<KafkaMessage.Header> small(List<KafkaMessage.Header> headers) {
    return headers.stream()
        .filter(header -> header.value() != null && header.value().length <= MAX_HEADER)
        .filter(header -> header.name().length() <= MAX_HEADER)
        .limit(MAX_HEADER)
        .toList();
  }

  private static RejectedFrame with(
      RejectedFrame r, KafkaMessage original, @Nullable String detail) {
    return new RejectedFrame(original, r.reason(), detail, r.topic(), r.partition(), r.offset());
  }

  private static Alert with(Alert a, SourceInfo source) {
    return new Alert(a.id(), a.rule(), a.sightingId(), source, a.person(), a.time());
  }

  private static SourceInfo withoutLabels(SourceInfo source) {
    return new SourceInfo(source.id(), source.kind(), source.location(), Map.of());
  }

  private static SourceInfo bare(SourceInfo source) {
    return new SourceInfo(source.id(), source.kind(), null, Map.of());
  }

  private static @Nullable BestShot withoutTexts(BestShot shot, boolean subjectToo) {
    return shot == null
        ? null
        : new BestShot(
            shot.frameId(),
            subjectToo ? null : shot.subject(),
            shot.time(),
            shot.box(),
            shot.frameWidth(),
            shot.frameHeight(),
            shot.quality(),
            null,
            shot.attributes());
  }

  private static Sighting with(Sighting s, SourceInfo source, @Nullable BestShot shot) {
    return new Sighting(
        s.id(),
        s.revision(),
        s.status(),
        s.mergedInto(),
        source,
        s.person(),
        s.firstSeen(),
        s.lastSeen(),
        s.frames(),
        s.judged(),
        s.agreeing(),
        s.similarity(),
        s.falseMatchRate(),
        s.runnerUp(),
        s.threshold(),
        s.model(),
        s.galleryVersion(),
        shot,
        s.inquiry());
  }
}
