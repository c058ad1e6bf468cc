package io.sightings.azure.identify;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.client.models.LargePersonGroup;
import io.sightings.contract.InquiryOutcome;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the start whether a resource's group can identify, for one call: how its training went
 * says whether it is there, too. Its model only a question can tell without another call.
 */
public final class GroupReadinessCheck {

  private GroupReadinessCheck() {}

  /**
   * @param resource that was looked at
   * @param trouble why it cannot identify; null if it can
   * @param text the same as a sentence; empty where it can
   */
  public record Result(String resource, @Nullable InquiryOutcome trouble, String text) {

    /** Whether only a person can correct it, so that waiting is useless. */
    public boolean hopeless() {
      return trouble == InquiryOutcome.NOT_ALLOWED || trouble == InquiryOutcome.OTHER_MODEL;
    }
  }

  /**
   * Never fails.
   *
   * @param training of the resource's group, as it was asked for
   */
  static CompletableFuture<Result> of(
      CompletableFuture<FaceTrainingResult> training, FaceResource resource, String group) {
    return training
        .thenApply(result -> trained(resource, group, result))
        .exceptionally(failure -> failed(resource, failure));
  }

  /** What is wrong with a group's recognition model, as a sentence; empty for nothing. */
  public static String model(LargePersonGroup group) {
    String model = group.recognitionModel();
    return model == null || model.equals(FaceApiConstants.RECOGNITION_04)
        ? ""
        : "The group \"%s\" was made with %s, and faces of one model cannot be compared with those of another; %s is needed: delete the group and enrol again, or choose another azure.group."
            .formatted(group.largePersonGroupId(), model, FaceApiConstants.RECOGNITION_04);
  }

  private static Result trained(FaceResource resource, String group, FaceTrainingResult training) {
    boolean never =
        training.lastSuccessfulTrainingDateTime() == null
            && !FaceApiConstants.SUCCEEDED.equals(training.status());
    String text =
        "The group \"%s\" has not been trained successfully (it is %s), so nobody is named; enrol people, which trains it: ./sightings enrol DIR --azure."
            .formatted(group, training.status());
    return never
        ? new Result(resource.name(), InquiryOutcome.NOT_TRAINED, text)
        : new Result(resource.name(), null, "");
  }

  private static Result failed(FaceResource resource, Throwable failure) {
    AzureIdentifyResult answer = IdentifyErrorMapper.answer(failure, null, 0, resource);
    return new Result(resource.name(), answer.outcome(), answer.text());
  }
}
