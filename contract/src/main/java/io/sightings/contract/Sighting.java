package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's visit to one source, whole in every revision. Topics and files carry five
 * significant digits of each number that was measured.
 *
 * @param id derived from source, epoch and first frame, so a replay gives it again
 * @param revision counts from 1; a higher one replaces a lower one
 * @param status open, closed or merged
 * @param mergedInto the sighting this one belongs to; only when merged
 * @param source where it was
 * @param person who it was
 * @param firstSeen capture time of the first frame of the visit
 * @param lastSeen capture time of the last frame so far
 * @param frames number of frames the person was seen in
 * @param judged number of faces good enough to be compared
 * @param agreeing number of those that speak for this name; 0 for a stranger
 * @param similarity of the best agreeing face to the person's templates, -1..1, or a service's
 *     confidence, 0..1; null for a stranger never compared
 * @param falseMatchRate how often a stranger reaches this similarity with anyone in the gallery,
 *     0..1; null without a similarity, and where the rates of the model are not known
 * @param runnerUp the best other person for that same face; for a stranger the most similar person,
 *     who was not similar enough; null without one
 * @param threshold what the similarity had to reach; null where a service applies its own
 * @param model the model that made the similarity; null if no face was judged
 * @param galleryVersion the people known at that moment; null if no face was judged
 * @param bestShot the clearest face of the visit
 * @param inquiry what came of asking an identification service; null where none is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sighting(
    String id,
    int revision,
    SightingStatus status,
    @Nullable String mergedInto,
    SourceInfo source,
    Who person,
    Instant firstSeen,
    Instant lastSeen,
    int frames,
    int judged,
    int agreeing,
    @Nullable Double similarity,
    @Nullable Double falseMatchRate,
    @Nullable RunnerUp runnerUp,
    @Nullable Double threshold,
    @Nullable String model,
    @Nullable String galleryVersion,
    @Nullable BestShot bestShot,
    @Nullable Inquiry inquiry) {

  /**
   * What came of asking an identification service, such as Azure AI Face, who the person is.
   *
   * @param outcome whether the service identified the person, or why it could not
   * @param reason the same as a sentence, with the remedy where there is one; null with a name
   * @param questions asked so far
   * @param paidCalls what they cost; a call shared with other faces counts in parts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Inquiry(
      InquiryOutcome outcome, @Nullable String reason, int questions, double paidCalls) {}

  /**
   * What an identification service says about a face besides whose it is; null for what it does not
   * say.
   *
   * @param pitch of the head, in degrees: up is positive
   * @param roll of the head, in degrees
   * @param yaw of the head, in degrees
   * @param blur low, medium or high
   * @param exposure underExposure, goodExposure or overExposure
   * @param quality for recognition: low, medium or high
   * @param mask faceMask, noMask, otherMaskOrOcclusion or uncertain
   * @param glasses noGlasses, readingGlasses, sunglasses or swimmingGoggles
   * @param occluded of forehead, eyes and mouth those that are covered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Attributes(
      @Nullable Double pitch,
      @Nullable Double roll,
      @Nullable Double yaw,
      @Nullable String blur,
      @Nullable String exposure,
      String quality,
      @Nullable String mask,
      String glasses,
      @Nullable List<String> occluded) {}

  /**
   * Who was seen.
   *
   * @param id the person's id in the gallery, or "unknown-…" for a stranger
   * @param name the person's name; null for a stranger
   * @param known whether the person is in the gallery
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Who(String id, @Nullable String name, boolean known) {}

  /**
   * The best other person a face was compared with.
   *
   * @param id the person's id in the gallery
   * @param name the person's name
   * @param similarity -1..1
   * @param falseMatchRate as {@link Sighting#falseMatchRate()}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RunnerUp(
      String id, String name, double similarity, @Nullable Double falseMatchRate) {}

  /**
   * The clearest face of the visit.
   *
   * @param frameId source/epoch/sequence of the frame
   * @param subject what within the source was seen, such as a photo's file name; may be null
   * @param time capture time
   * @param box the face, in pixels of the frame
   * @param frameWidth of the whole frame, in pixels
   * @param frameHeight of the whole frame, in pixels
   * @param quality 0 (useless) to 1
   * @param thumbnail the face as a JPEG (base64 in JSON); null when switched off
   * @param attributes what an identification service says about it; null where none was asked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BestShot(
      String frameId,
      @Nullable String subject,
      Instant time,
      FaceBox box,
      int frameWidth,
      int frameHeight,
      double quality,
      byte @Nullable [] thumbnail,
      @Nullable Attributes attributes) {

    public BestShot withAttributes(@Nullable Attributes known) {
      return new BestShot(
          frameId, subject, time, box, frameWidth, frameHeight, quality, thumbnail, known);
    }
  }
}
