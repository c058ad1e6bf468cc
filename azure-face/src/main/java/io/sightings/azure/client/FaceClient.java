package io.sightings.azure.client;

import static io.sightings.azure.client.FaceOperation.DETECT;
import static io.sightings.azure.client.FaceOperation.IDENTIFY;

import com.azure.core.util.BinaryData;
import io.sightings.azure.client.models.FaceDetectionResult;
import io.sightings.azure.client.models.FaceIdentificationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds faces and says whose they are. Answers come as futures, because a call may have to wait for
 * its turn; they fail with a {@link FaceException}.
 */
public final class FaceClient {
  /** Faces one identify call takes. */
  public static final int MAX_FACES = 10;

  private final FaceRequestSender calls;

  public FaceClient(FaceExchange exchange) {
    this.calls = new FaceRequestSender(exchange);
  }

  /**
   * The faces of an image, largest first.
   *
   * @param image JPEG, PNG, GIF or BMP, 1 KB to 6 MB; sent as it is, without copies
   */
  public CompletableFuture<List<FaceDetectionResult>> detect(
      BinaryData image, DetectOptions options) {
    return calls
        .sendImage(DETECT, "/detect", options.query(), image)
        .thenApply(answer -> calls.list(DETECT, answer, FaceDetectionResult.class));
  }

  /**
   * Whose the faces are: one result for each face, in any order.
   *
   * @param faceIds 1 to 10, from {@code detect} with the group's recognition model
   * @param maxNumOfCandidatesReturned 1 to 100; null leaves it to the service (10)
   * @param confidenceThreshold 0 to 1; null leaves it to the service
   */
  public CompletableFuture<List<FaceIdentificationResult>> identifyFromLargePersonGroup(
      List<String> faceIds,
      String largePersonGroupId,
      Integer maxNumOfCandidatesReturned,
      @Nullable Double confidenceThreshold) {
    if (faceIds.isEmpty() || faceIds.size() > MAX_FACES) {
      throw new IllegalArgumentException(
          "faceIds has " + faceIds.size() + " entries, allowed is from 1 to " + MAX_FACES);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("faceIds", faceIds);
    body.put("largePersonGroupId", largePersonGroupId);
    if (maxNumOfCandidatesReturned != null) {
      body.put("maxNumOfCandidatesReturned", maxNumOfCandidatesReturned);
    }
    if (confidenceThreshold != null) {
      body.put("confidenceThreshold", confidenceThreshold);
    }
    return calls
        .sendJson(IDENTIFY, "/identify", Map.of(), body)
        .thenApply(answer -> calls.list(IDENTIFY, answer, FaceIdentificationResult.class));
  }
}
